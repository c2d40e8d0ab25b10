import { Controller, Get, Module, Post, type INestApplication } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { z } from 'zod';
import { anyone, inNetwork, inTenant, networkAbility, signedIn, tenantAbility, type TenantActor } from '@prongsai/platform/access';
import { readSettings, SETTINGS } from '@prongsai/platform/config';
import { ApiRoute, ContractInterceptor, createAdapter, CurrentActor, ERROR_PAGES, LOGGER, ProblemFilter, SITE_DIRECTORY } from '@prongsai/platform/http';
import { DefaultDenyGuard } from './default-deny.guard';
import { ACTOR_DIRECTORY, type ActorDirectory } from './ports';

const reached: string[] = [];
const Shown = z.object({ shown: z.string() });

/** Routes as a hurried hand might write them. */
@Controller()
class Routes {
  @Get('/api/v1/forgotten')
  forgotten(): string {
    reached.push('forgotten');
    return 'secret';
  }
  @Post('/api/v1/forgotten')
  forgottenToo(): string {
    reached.push('forgotten');
    return 'secret';
  }
  @ApiRoute('GET', '/open', { access: anyone, summary: 'open', response: Shown })
  open(): { shown: string; hidden: string } {
    return { shown: 'yes', hidden: 'never leaves' };
  }
  @ApiRoute('POST', '/mine', { access: signedIn, summary: 'mine', body: z.object({ n: z.number() }), response: Shown })
  mine(@CurrentActor() actor: TenantActor): { shown: string } {
    return { shown: actor.name };
  }
  @ApiRoute('GET', '/tenants/:slug/things', { access: inTenant('read', 'Audit'), summary: 'tenant' })
  things(): object {
    return { reached: reached.push('things') };
  }
  @ApiRoute('GET', '/networks/:network/things', { access: inNetwork('read', 'Network'), summary: 'network' })
  networkThings(): object {
    return {};
  }
  @ApiRoute('GET', '/broken', { access: anyone, summary: 'broken' })
  broken(): never {
    throw new Error('select password_hash from account');
  }
}

const somebody = 'คนหนึ่ง';
const personOf = (id: string) => (id === 'somebody' ? { id, name: somebody } : null);

/** The two ports of the guard, filled by hand: one person, member of `kapho`, head of `saiburi`. */
const people: ActorDirectory = {
  findPerson: async (id) => personOf(id),
  findInTenant: async (id, slug) => {
    const roles = { kapho: ['content_owner' as const], saiburi: ['unit_head' as const] }[slug];
    return { person: personOf(id), actor: roles ? { accountId: id, name: somebody, tenantId: slug, reach: 'unit', roles, ability: tenantAbility(id, roles) } : null };
  },
  findInNetwork: async (id, network) => ({
    person: personOf(id),
    actor: network === 'pattani' ? { accountId: id, name: somebody, networkId: network, roles: ['supervisor'], ability: networkAbility(['supervisor'], 'network') } : null,
  }),
};

@Module({
  controllers: [Routes],
  providers: [
    { provide: SETTINGS, useValue: readSettings({ PORT: '8080', DATA_DIR: '/nowhere' }) },
    { provide: SITE_DIRECTORY, useValue: { siteOfSlug: async () => null } },
    { provide: ACTOR_DIRECTORY, useValue: people },
    { provide: ERROR_PAGES, useValue: { render: () => '<p>ไม่พบ</p>' } },
    { provide: LOGGER, useValue: pino({ level: 'silent' }) },
    { provide: APP_GUARD, useClass: DefaultDenyGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
  ],
})
class HurriedModule {}

describe('access is denied unless a rule allows it', () => {
  let app: INestApplication;
  let fastify: FastifyInstance;
  const host = 'console.localhost:8080';

  beforeAll(async () => {
    const { adapter } = createAdapter(readSettings({ PORT: '8080' }));
    const rooms = await Test.createTestingModule({ imports: [HurriedModule] }).compile();
    app = rooms.createNestApplication<NestFastifyApplication>(adapter as FastifyAdapter, { bodyParser: false, logger: false });
    fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    // Who is signed in, without the session behind it.
    fastify.addHook('preHandler', async (request) => {
      (request as unknown as { user: unknown }).user = request.headers['x-somebody'] ? { id: request.headers['x-somebody'] } : null;
    });
    await app.init();
    await fastify.ready();
  });
  beforeEach(() => reached.splice(0));
  afterAll(() => app.close());

  const call = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}, payload?: object) =>
    fastify.inject({ method, url, headers: { host, ...(method === 'POST' ? { origin: `http://${host}` } : {}), ...headers }, ...(payload ? { payload } : {}) });
  const somebody = { 'x-somebody': 'somebody' };

  it.each(['GET', 'POST'] as const)('a %s route that promises nothing answers nobody', async (method) => {
    for (const headers of [{}, somebody]) expect((await call(method, '/api/v1/forgotten', headers)).statusCode).toBe(404);
    expect(reached).toEqual([]);
  });

  it('an open route answers anyone, with what its contract names and nothing else', async () => {
    const answer = await call('GET', '/api/v1/open');
    expect([answer.statusCode, answer.json()]).toEqual([200, { shown: 'yes' }]);
  });

  it('a route of the console exists on no other host', async () => {
    for (const other of ['localhost:8080', 'kapho.localhost:8080', 'console.localhost.evil.example']) expect((await call('GET', '/api/v1/open', { host: other })).statusCode).toBe(404);
  });

  it('a person\'s own route needs a person, and its body the contract', async () => {
    expect((await call('POST', '/api/v1/mine', {}, { n: 1 })).json()).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
    expect((await call('POST', '/api/v1/mine', { 'x-somebody': 'gone' }, { n: 1 })).statusCode).toBe(401);
    expect((await call('POST', '/api/v1/mine', somebody, { n: 'x' })).json()).toMatchObject({ status: 422, errors: [{ path: 'n' }] });
    expect((await call('POST', '/api/v1/mine', somebody, { n: 1 })).json()).toEqual({ shown: 'คนหนึ่ง' });
  });

  it('a unit\'s route is missing to strangers, forbidden to members without the act, and open to those with it', async () => {
    const status = async (slug: string, headers = {}) => (await call('GET', `/api/v1/tenants/${slug}/things`, headers)).statusCode;
    expect([await status('kapho'), await status('mayo', somebody), await status('kapho', somebody), await status('saiburi', somebody)]).toEqual([401, 404, 403, 200]);
    expect(reached).toHaveLength(1);
  });

  it('a network\'s route likewise', async () => {
    const status = async (network: string) => (await call('GET', `/api/v1/networks/${network}/things`, somebody)).statusCode;
    expect([await status('ubon'), await status('pattani')]).toEqual([404, 200]);
  });

  it('a mistake of ours says nothing of itself', async () => {
    const answer = await call('GET', '/api/v1/broken');
    expect(answer.json()).toEqual({ type: 'urn:prongsai:problem:internal', status: 500, code: 'INTERNAL', title: 'ระบบขัดข้อง ได้บันทึกไว้แล้ว', detail: 'ระบบขัดข้อง ได้บันทึกไว้แล้ว' });
  });
});
