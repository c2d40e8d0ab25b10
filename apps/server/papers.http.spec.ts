import type { PaperList } from '@prongsai/kernel/contracts';
import { openServer, type ServerUnderTest, type Visitor } from '@prongsai/testing/db';
import { aFurnishedTenant, aTenant, testPassword, type FurnishedTenant } from '@prongsai/testing/factories';
import { createHash } from 'node:crypto';
import { startServer } from './start-server';

describe('papers over HTTP', () => {
  let server: ServerUnderTest;
  let tenant: FurnishedTenant;
  let owner: Visitor;
  beforeAll(async () => {
    server = await openServer(startServer);
    tenant = await aFurnishedTenant(server);
    owner = await server.signIn(tenant.people.owner.email, testPassword);
  });
  afterAll(() => server.close());
  const at = (path: string) => `/api/v1/tenants/${tenant.slug}/${path}`;

  it('stand at their publication, and open under a Thai name with the bytes that were hashed', async () => {
    const { items } = (await owner.get(at(`publications/${tenant.publications.live.id}/papers`))).json as PaperList;
    const form = items.find(({ kind }) => kind === 'request_form');
    expect(form).toMatchObject({ state: 'ready', requestId: tenant.publications.live.requestId, publicationId: tenant.publications.live.id, frozenAt: expect.any(String) });
    const answer = await owner.get(String(form?.url));
    expect([answer.status, answer.headers['content-type'], answer.headers['x-content-type-options']]).toEqual([200, 'application/pdf', 'nosniff']);
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(`filename*=UTF-8''${form?.fileName}`);
    expect(createHash('sha256').update(answer.body).digest('hex')).toBe(form?.sha256);
  });

  it('are not there before they are made, nor for another unit', async () => {
    const { items } = (await owner.get(at(`publications/${tenant.publications.live.id}/papers`))).json as PaperList;
    const memo = items.find(({ kind }) => kind === 'publication_memo');
    expect([memo?.state, memo?.url]).toEqual(['waiting', null]);
    expect((await owner.get(at(`papers/${memo?.id}/content`))).status).toBe(404);
    const other = await aTenant(server);
    const stranger = await server.signIn(other.people.head.email, testPassword);
    expect((await stranger.get(`/api/v1/tenants/${other.slug}/papers/${tenant.paper.id}/content`)).status).toBe(404);
  });

  it('show a request\'s form and memo before it is decided, to those who may read it', async () => {
    for (const kind of ['form', 'memo']) {
      const answer = await owner.get(at(`requests/${tenant.requests.submitted.id}/papers/${kind}`));
      expect([answer.status, answer.headers['content-type'], answer.body.toString('latin1', 0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    }
    expect((await owner.get(at(`requests/${tenant.requests.submitted.id}/papers/other`))).status).toBe(404);
    const webMaster = await server.signIn(tenant.people.webMaster1.email, testPassword);
    expect((await webMaster.get(at(`requests/${tenant.requests.draft.id}/papers/form`))).status).toBe(404);
  });
});
