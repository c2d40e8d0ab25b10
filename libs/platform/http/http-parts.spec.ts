import { z } from 'zod';
import { Refusal } from '@prongsai/kernel/core';
import { anyone, inTenant } from '@prongsai/platform/access';
import { parseJson } from './adapter';
import { contentDisposition } from './answer';
import { parseForm } from './form';
import { openApiOf } from './openapi';
import { decodeCursor, encodeCursor, pageOfRows } from './paging';
import { readingCookieOf, readingVariantIn } from './reading';
import { hostOf, slugOf, surfaceOf } from './surface';

describe('a JSON body', () => {
  const nested = (depth: number) => Buffer.from(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  it('is read, and nothing is undefined', () => {
    expect(parseJson(Buffer.from('{"ก":[1,null]}'))).toEqual({ ก: [1, null] });
    expect(parseJson(Buffer.from(' \n'))).toBeUndefined();
    expect(parseJson(nested(32))).toBeInstanceOf(Array);
  });
  it.each<[string, Buffer]>([
    ['that is not JSON', Buffer.from('{a:1}')], ['that ends early', Buffer.from('{"a":')], ['in Thai of another age (TIS-620)', Buffer.from([0x22, 0xa1, 0xa2, 0x22])],
    ['with half a letter', Buffer.from([0x22, 0xe0, 0xb8, 0x22])], ['nested 33 deep', nested(33)], ['nested 3,000 deep', nested(3_000)],
    ['that reaches for a prototype', Buffer.from('{"a":{"__proto__":{"admin":true}}}')], ['that reaches for a constructor', Buffer.from('{"constructor":{}}')],
  ])('%s is refused', (_, body) => {
    expect(() => parseJson(body)).toThrow(Refusal);
    try {
      parseJson(body);
    } catch (error) {
      expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400, message: expect.stringMatching(/[\u0E00-\u0E7F]/) });
    }
  });
});

describe('the host decides', () => {
  const settings = { baseDomain: 'localhost', consoleHost: 'console.localhost' };
  it.each([
    ['localhost:8080', 'portal'], ['LOCALHOST', 'portal'], ['www.localhost', 'portal'], ['console.localhost:8080', 'console'], ['kapho.localhost', 'site'],
    ['nowhere.example', 'site'], [undefined, 'site'], ['console.localhost.evil.example', 'site'], ['console.localhost@evil', 'site'], ['', 'site'],
  ])('%s shows the %s', (host, surface) => expect(surfaceOf(host, settings)).toBe(surface));
  it.each([
    ['kapho.localhost:8080', 'kapho'], ['KAPHO.localhost', 'kapho'], ['localhost', null], ['a.b.localhost', null], ['kapho.example', null],
    ['.localhost', null], ['kapho.localhost.', null], ['kapho.localhost/x', null], ['kapho.localhost:8080:1', null],
  ])('%s names the unit %s', (host, slug) => expect(slugOf(host, 'localhost')).toBe(slug));
  it('refuses what is no host', () => expect(['a b', 'a_b.localhost', 'x:port', 'กะพ้อ.localhost', '[::1]'].map(hostOf)).toEqual([null, null, null, null, null]));
});

describe('a download\'s name', () => {
  it('is Thai for those who read it and plain for those who do not', () => {
    expect(contentDisposition('attachment', 'แผน 2569.pdf')).toBe(
      `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('แผน 2569.pdf')}`,
    );
    expect(contentDisposition('inline', 'plan.pdf')).toBe(`inline; filename="plan.pdf"; filename*=UTF-8''plan.pdf`);
  });
  it('cannot end the header', () => {
    const header = contentDisposition('attachment', 'a"; x="\r\nSet-Cookie: y=1\'(*).pdf');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.match(/"/g)).toHaveLength(2);
    expect(header).toMatch(/filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
  });
});

describe('the one cookie of a public page', () => {
  it.each([
    ['pref=s1c0', 's1c0'], ['a=b; pref=s2c1; c', 's2c1'], [' pref = s0c1 ', 's0c1'], ['pref=s3c0', 's0c0'], ['pref=', 's0c0'], ['pref', 's0c0'], ['PREF=s1c0', 's0c0'],
    ['pref=s1c0x', 's0c0'], ['xpref=s1c0', 's0c0'], [undefined, 's0c0'], ['pref=__proto__', 's0c0'], ['pref=bad; pref=s1c1', 's1c1'],
  ])('%s is %s', (header, variant) => expect(readingVariantIn(header)).toBe(variant));
  it('stays a year on its host', () => {
    expect(readingCookieOf('s1c0', false)).toBe('pref=s1c0; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly');
    expect(readingCookieOf('s1c0', true)).toMatch(/; Secure$/);
  });
});

describe('a plain form', () => {
  it('is read into its fields', () => expect(parseForm(Buffer.from('a=%E0%B8%81+1&b=&a=2'))).toEqual({ a: '2', b: '' }));
  it('of bytes that are no letters is refused', () => expect(() => parseForm(Buffer.from([0x61, 0x3d, 0xff]))).toThrow(Refusal));
});

describe('pages of a list', () => {
  const rows = [{ id: 'c' }, { id: 'b' }, { id: 'a' }];
  it('tell of a next page by the row too many', () => {
    const page = pageOfRows(rows, 2, (last) => [last.id]);
    expect(page.items).toEqual([{ id: 'c' }, { id: 'b' }]);
    expect(decodeCursor(page.nextCursor as string, 1)).toEqual(['b']);
    expect(pageOfRows(rows, 3, (last) => [last.id]).nextCursor).toBeNull();
    expect(pageOfRows([] as typeof rows, 3, (last) => [last.id])).toEqual({ items: [], nextCursor: null });
  });
  it.each(['', 'x', '!!!', encodeCursor(['a', 'b']), Buffer.from('{"a":1}').toString('base64url'), Buffer.from('[1]').toString('base64url')])(
    '%j is no cursor', (cursor) => expect(() => decodeCursor(cursor, 1)).toThrow(Refusal),
  );
});

describe('the description of the API', () => {
  const document = openApiOf([
    { method: 'GET', url: '/api/v1/tenants/:slug/things/:id', promise: { access: inTenant('read', 'File'), surface: 'console', summary: 'A thing', status: 200, response: z.object({ id: z.string() }), query: z.object({ limit: z.number().default(5) }) } },
    { method: 'POST', url: '/api/v1/things', promise: { access: anyone, surface: 'console', summary: 'Make', status: 201, body: z.object({ name: z.string().transform((text) => text.trim()) }) } },
    { method: 'HEAD', url: '/api/v1/things', promise: { access: anyone, surface: 'console', summary: 'x', status: 200 } },
    { method: 'GET', url: '/page', promise: { access: anyone, surface: 'site', summary: 'x', status: 200 } },
  ]) as { paths: Record<string, Record<string, { parameters: Array<{ name: string; in: string }>; security?: unknown; responses: object; requestBody?: { required: boolean } }>> };
  it('is made of the API routes alone', () => expect(Object.keys(document.paths)).toEqual(['/api/v1/tenants/{slug}/things/{id}', '/api/v1/things']));
  it('names parameters, bodies, answers and who needs no session', () => {
    const get = document.paths['/api/v1/tenants/{slug}/things/{id}']?.['get'];
    expect(get?.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)).toEqual(['path slug', 'path id', 'query limit']);
    expect(Object.keys(get?.responses ?? {})).toEqual(['200', 'default']);
    const post = document.paths['/api/v1/things']?.['post'];
    expect(post).toMatchObject({ security: [], requestBody: { required: true } });
    expect(Object.keys(document.paths['/api/v1/things'] ?? {})).toEqual(['post']);
  });
});
