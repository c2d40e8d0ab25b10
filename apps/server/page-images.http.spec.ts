import { openServer, type ServerUnderTest } from '@prongsai/testing/db';
import { aFurnishedTenant, testPassword, type FurnishedTenant } from '@prongsai/testing/factories';
import type { FilePagesView } from '@prongsai/kernel/contracts';
import { startServer } from './start-server';

/** A document's pages as a reader on a phone asks for them. Who may is proven by the walks. */
describe('pages of a file', () => {
  let server: ServerUnderTest;
  let unit: FurnishedTenant;
  beforeAll(async () => {
    server = await openServer(startServer);
    unit = await aFurnishedTenant(server);
  });
  afterAll(() => server.close());

  it('are listed with addresses that answer pictures, kept by this browser alone', async () => {
    const approver = await server.signIn(unit.people.approver.email, testPassword);
    const listed = await approver.get(`/api/v1/tenants/${unit.slug}/files/${unit.file.id}/pages`);
    const { state, count, pages } = listed.json as FilePagesView;
    expect([listed.status, state, count, pages.length]).toEqual([200, 'ready', 1, 1]);
    const picture = await approver.get(String(pages[0]?.url));
    expect([picture.status, picture.body.toString('latin1', 8, 12)]).toEqual([200, 'WEBP']);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/webp', 'content-length': String(picture.body.length), 'cache-control': 'private, max-age=31536000, immutable', 'x-content-type-options': 'nosniff',
    });
  });

  it.each(['0', '2', '-1', '1.5', '1e1', 'x', '%2e%2e', '9999'])('has no page %s', async (number) => {
    const approver = await server.signIn(unit.people.approver.email, testPassword);
    expect((await approver.get(`/api/v1/tenants/${unit.slug}/files/${unit.file.id}/pages/${number}`)).status).toBe(404);
  });
});
