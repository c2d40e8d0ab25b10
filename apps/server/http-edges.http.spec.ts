import net from 'node:net';
import { newId } from '@prongsai/kernel/core';
import { Problem } from '@prongsai/kernel/contracts';
import { multipartFile, openServer, type Answer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import { aTenant, aPdf, testPassword, unique, type TestTenant } from '@prongsai/testing/factories';
import { startServer } from './start-server';

/** SPEC 20, input that nobody should send: each has its answer, in problem+json and Thai, and the process lives on. */
describe('the edges of HTTP', () => {
  let server: ServerUnderTest;
  let tenant: TestTenant;
  let owner: Visitor;
  let requests: string;

  beforeAll(async () => {
    server = await openServer(startServer);
    tenant = await aTenant(server);
    owner = await server.signIn(tenant.people.owner.email, testPassword);
    requests = `/api/v1/tenants/${tenant.slug}/requests`;
  });
  afterEach(async () => expect((await server.console().get('/healthz')).status).toBe(200));
  afterAll(() => server.close());

  const problem = (answer: Answer) => {
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const parsed = Problem.parse(answer.json);
    expect(parsed.status).toBe(answer.status);
    expect(`${parsed.title}${parsed.detail}`).toMatch(/[\u0E00-\u0E7F]/);
    return [answer.status, parsed.code];
  };
  /** Bytes as they are, on a socket; answers the status line. */
  const raw = (bytes: string | Buffer) => new Promise<string>((resolve, reject) => {
    const socket = net.connect(server.port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('end', () => resolve(text));
    socket.on('close', () => resolve(text));
    socket.on('error', (error) => (text ? resolve(text) : reject(error)));
  });

  describe('a body', () => {
    const post = (body: string | Buffer, headers: Record<string, string> = {}) => owner.post(requests, body, headers);
    it.each<[string, () => Promise<Answer>, [number, string]]>([
      ['that is not JSON', () => post('{"title": }'), [400, 'BAD_REQUEST']],
      ['that is not UTF-8', () => post(Buffer.from([0x7b, 0x22, 0xa1, 0x22, 0x3a, 0x31, 0x7d])), [400, 'BAD_REQUEST']],
      ['nested too deep', () => post(`{"contact":${'['.repeat(40)}${']'.repeat(40)}}`), [400, 'BAD_REQUEST']],
      ['nested a hundred thousand deep', () => post(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), [400, 'BAD_REQUEST']],
      ['that reaches for a prototype', () => post('{"__proto__":{"state":"approved"}}'), [400, 'BAD_REQUEST']],
      ['larger than 256 KB', () => post(`{"details":"${'ก'.repeat(100_000)}"}`), [413, 'PAYLOAD_TOO_LARGE']],
      ['of a kind that nothing reads', () => post('title=x', { 'content-type': 'application/x-www-form-urlencoded' }), [415, 'UNSUPPORTED_MEDIA']],
      ['of XML', () => post('<x/>', { 'content-type': 'text/xml' }), [415, 'UNSUPPORTED_MEDIA']],
      ['that is no object', () => post('[]'), [422, 'INVALID']],
      ['that is null', () => post('null'), [422, 'INVALID']],
      ['with wrong fields', () => post('{"title":5,"publishFrom":"2026-02-30","fileIds":["x"]}'), [422, 'INVALID']],
      ['with text that PostgreSQL cannot hold', () => post('{"title":"a\\u0000b"}'), [400, 'BAD_REQUEST']],
      ['that names a category that is not there', () => post('{"categoryCode":"nope"}'), [422, 'INVALID']],
      ['that names a work group that is not there', () => post(JSON.stringify({ workGroupId: newId() })), [422, 'INVALID']],
    ])('%s', async (_, call, expected) => expect(problem(await call())).toEqual(expected));

    it('is told every wrong field at once', async () => {
      const answer = await post('{"title":5,"publishFrom":"2026-02-30","fileIds":["x"],"contact":{"phone":7}}');
      expect((answer.json as Problem).errors?.map(({ path }) => path).sort()).toEqual(['contact.phone', 'fileIds.0', 'publishFrom', 'title']);
    });

    it('that is too large is not read to its end', async () => {
      const head = `POST ${requests} HTTP/1.1\r\nHost: console.localhost:8080\r\nOrigin: http://console.localhost:8080\r\nCookie: ${owner.cookie}\r\nContent-Type: application/json\r\nContent-Length: 50000000\r\n\r\n`;
      expect(await raw(head)).toMatch(/^HTTP\/1\.1 413 /);
    });
  });

  describe('a file', () => {
    const files = () => `/api/v1/tenants/${tenant.slug}/files`;
    it('over the limit is refused before its body is read', async () => {
      const head = `POST ${files()} HTTP/1.1\r\nHost: console.localhost:8080\r\nOrigin: http://console.localhost:8080\r\nCookie: ${owner.cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 50000000\r\n\r\n`;
      expect(await raw(head)).toMatch(/^HTTP\/1\.1 413 [\s\S]*FILE_TOO_LARGE/);
    });
    it('over the limit by what it sends is refused too', async () => {
      const { body, headers } = multipartFile('big.pdf', Buffer.concat([aPdf(), Buffer.alloc(4 * 1024 * 1024)]));
      expect(problem(await owner.post(files(), body, headers))).toEqual([413, 'FILE_TOO_LARGE']);
    });
    it('in another field, or none at all, is missed', async () => {
      const wrong = multipartFile('x.pdf', aPdf(), 'upload');
      expect(problem(await owner.post(files(), wrong.body, wrong.headers))).toEqual([422, 'INVALID']);
      expect(problem(await owner.post(files(), '--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x' }))).toEqual([422, 'INVALID']);
    });
    it('sent as JSON is of the wrong kind', async () => expect(problem(await owner.post(files(), {}))).toEqual([415, 'UNSUPPORTED_MEDIA']));
    it('of a kind that is not allowed says why, in Thai', async () => {
      const { body, headers } = multipartFile('run.exe', Buffer.from('MZ program'));
      const answer = await owner.post(files(), body, headers);
      expect(problem(answer)).toEqual([422, 'FILE_REFUSED']);
      expect((answer.json as Problem).errors).toEqual([{ path: 'file', code: expect.any(String), text: expect.stringMatching(/[\u0E00-\u0E7F]/) }]);
    });
    it('that breaks off half way leaves the process alive', async () => {
      const { body } = multipartFile('half.pdf', Buffer.alloc(200_000, 0x20));
      const head = `POST ${files()} HTTP/1.1\r\nHost: console.localhost:8080\r\nOrigin: http://console.localhost:8080\r\nCookie: ${owner.cookie}\r\nContent-Type: multipart/form-data; boundary=prongsai-test-boundary\r\nContent-Length: ${body.length}\r\n\r\n`;
      await new Promise<void>((resolve) => {
        const socket = net.connect(server.port, '127.0.0.1', () => socket.write(Buffer.concat([Buffer.from(head), body.subarray(0, 70_000)]), () => socket.destroy()));
        socket.on('close', () => resolve());
      });
    });
  });

  describe('an address', () => {
    it.each<[string, string, [number, string]]>([
      ['of the API that is not there', '/api/v1/nope', [404, 'NOT_FOUND']],
      ['that is not there at all', '/api/nope', [404, 'NOT_FOUND']],
      ['with an id that is none', '/api/v1/tenants/SLUG/requests/1', [404, 'NOT_FOUND']],
      ['with an id of nothing', `/api/v1/tenants/SLUG/requests/${newId()}`, [404, 'NOT_FOUND']],
      ['with a quote in it', "/api/v1/tenants/SLUG/publications/x'--", [404, 'NOT_FOUND']],
      ['with a zero byte in it', '/api/v1/tenants/SLUG%00/requests', [400, 'BAD_REQUEST']],
      ['that does not decode', '/api/v1/tenants/%E0%A4%A/requests', [400, 'BAD_REQUEST']],
      ['of a year that is none', '/api/v1/tenants/SLUG/reports/1999/six_month', [404, 'NOT_FOUND']],
      ['of a round that is none', '/api/v1/tenants/SLUG/reports/2569/nine_month', [404, 'NOT_FOUND']],
      ['with a limit above 200', '/api/v1/tenants/SLUG/requests?limit=201', [422, 'INVALID']],
      ['with a limit of nothing', '/api/v1/tenants/SLUG/publications?limit=0', [422, 'INVALID']],
      ['with a state that is none', '/api/v1/tenants/SLUG/requests?state=lost', [422, 'INVALID']],
      ['with a cursor of somebody\'s own making', '/api/v1/tenants/SLUG/requests?cursor=abc', [400, 'BAD_REQUEST']],
      ['with a cursor that points nowhere', `/api/v1/tenants/SLUG/publications?cursor=${Buffer.from('["x"]').toString('base64url')}`, [400, 'BAD_REQUEST']],
    ])('%s', async (_, path, expected) => expect(problem(await owner.get(path.replace('SLUG', tenant.slug)))).toEqual(expected));

    it('knows its methods: any other is an address that is not there', async () => {
      expect(problem(await owner.call('PUT', '/api/v1/session', { body: {} }))).toEqual([404, 'NOT_FOUND']);
      expect(problem(await owner.call('DELETE', requests, { body: {} }))).toEqual([404, 'NOT_FOUND']);
      expect((await owner.call('HEAD', '/api/v1/session')).status).toBe(200);
      expect((await server.site(tenant.slug).call('POST', '/contact', { body: {} })).status).toBe(404);
    });
  });

  describe('headers', () => {
    it('too large are refused', async () => {
      expect(await raw(`GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
    });
    it.each([
      ['no host', 'GET / HTTP/1.1\r\n\r\n', /^HTTP\/1\.1 400 /], ['no HTTP', 'hello there\r\n\r\n', /^HTTP\/1\.1 400 /],
      ['two lengths', 'POST /api/v1/session HTTP/1.1\r\nHost: console.localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', /^HTTP\/1\.1 400 /],
      ['a length and chunks', 'POST /api/v1/session HTTP/1.1\r\nHost: console.localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', /^HTTP\/1\.1 400 /],
    ])('with %s are refused', async (_, bytes, expected) => expect(await raw(bytes)).toMatch(expected));

    it('of a proxy that nobody trusts mean nothing', async () => {
      const answer = await server.site('no-such-unit').get('/', { 'x-forwarded-host': `${tenant.slug}.localhost`, forwarded: `host=${tenant.slug}.localhost` });
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain(tenant.name);
    });

    it('of ours stand on every answer', async () => {
      const answers = await Promise.all([
        server.site(tenant.slug).get('/'), server.site(tenant.slug).get('/nowhere'), server.site('no-such-unit').get('/'), server.portal().get('/'),
        owner.get('/api/v1/session'), owner.get('/api/v1/nope'), server.console().get('/api/v1/session'), owner.post(requests, '{'),
      ]);
      for (const { headers } of answers) {
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'strict-origin-when-cross-origin', 'cross-origin-opener-policy': 'same-origin',
        });
        const policy = String(headers['content-security-policy']);
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("script-src 'self'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toMatch(/unsafe|\*|http:/);
        expect(headers['x-powered-by']).toBeUndefined();
      }
      for (const { headers } of answers.slice(4)) expect(headers['cache-control']).toBe('no-store');
    });
  });

  describe('files of the console and of the public pages', () => {
    it.each(['/assets/nope.js', '/assets/../main.js', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json', '/assets/%25zz', '/assets/%00'])('%s shows nothing', async (path) => {
      for (const visitor of [server.console(), server.site(tenant.slug), server.portal()]) {
        const { status, text } = await visitor.get(path);
        expect([visitor.host, path, [400, 404].includes(status), text.includes('"dependencies"')]).toEqual([visitor.host, path, true, false]);
      }
    });
    it('the console answers its own addresses with itself, and asks again each time', async () => {
      for (const path of ['/', '/t/kapho/requests/new', '/welcome']) {
        const { status, headers } = await server.console().get(path);
        expect([path, status, headers['content-type'], headers['cache-control']]).toEqual([path, 200, 'text/html; charset=utf-8', 'no-cache']);
      }
    });
  });

  it('hosts that show nothing look alike, and nothing of a unit stands there', async () => {
    for (const host of ['nowhere.localhost', 'a.b.localhost', 'example.com', '127.0.0.1', `${tenant.slug}.example.com`]) {
      const answer = await server.site('x').get('/', { host });
      expect([host, answer.status, answer.text.includes(tenant.name)]).toEqual([host, 404, false]);
    }
  });

  describe('a repeat key', () => {
    const key = () => ({ 'idempotency-key': unique('key') });
    const count = async () => Number((await server.database.look('select count(*)::int as n from publication_request where tenant_id = $1', [tenant.id]))[0]?.['n']);

    it('gives the first answer again, and one effect, also at once', async () => {
      const before = await count();
      const headers = key();
      const answers = await Promise.all([1, 2, 3].map(() => owner.post(requests, { title: 'ครั้งเดียว' }, headers)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      for (const { json } of answers) expect(json).toEqual(answers[0]?.json);
      expect(await count()).toBe(before + 1);
    });

    it('refuses another body, and another address', async () => {
      const headers = key();
      await owner.post(requests, { title: 'หนึ่ง' }, headers);
      const before = await count();
      expect(problem(await owner.post(requests, { title: 'สอง' }, headers))).toEqual([409, 'REPEATED_KEY']);
      expect(problem(await owner.post(`/api/v1/tenants/${tenant.slug}/requests/${newId()}/submit`, { title: 'หนึ่ง' }, headers))).toEqual([409, 'REPEATED_KEY']);
      expect(await count()).toBe(before);
    });

    it('remembers no refusal: what was put right may be sent again', async () => {
      const headers = key();
      expect((await owner.post(requests, { title: 5 }, headers)).status).toBe(422);
      expect((await owner.post(requests, { title: 'ห้า' }, headers)).status).toBe(201);
    });
  });
});
