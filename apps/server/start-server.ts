import type { Server } from 'node:http';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { AUTHENTICATOR, CREDENTIAL_CHECK, registerSessions, type AuthenticatorHolder } from '@prongsai/platform/auth';
import { BusinessClock, consoleOrigin, installationSecret, portalOrigin, type Settings } from '@prongsai/platform/config';
import { DatabaseLine, openDatabase, prepareDatabase, TenantTransaction, urlOfRole } from '@prongsai/platform/db';
import { createAdapter, headersFor, openApiOf, PageCache, PagePress, registerStaticFiles, SiteMemory, type RouteRow } from '@prongsai/platform/http';
import { JOB_HANDLERS, JobRunner, type JobHandler } from '@prongsai/platform/jobs';
import { loadProfiles } from '@prongsai/domain/taxonomy';
import { schedule } from '@prongsai/feature/background';
import { LoadDemo } from '@prongsai/feature/demo';
import { LiveHub } from '@prongsai/feature/live';
import { registerSiteAssets } from '@prongsai/feature/site-pages';
import { AppModule } from './app.module';

/** A running process of the service. */
export interface RunningServer {
  app: NestFastifyApplication;
  routes: readonly RouteRow[];
  /** Where it listens, on loopback. */
  port: number;
  /** Lets requests and jobs finish, then leaves the database. */
  stop(): Promise<void>;
}

/** Brings one process up: database, migrations, demo when empty, worker, and one port for every host. */
export async function startServer(settings: Settings, log: Logger): Promise<RunningServer> {
  const clock = new BusinessClock(settings.clockFile, (message) => log.warn(message));
  const database = await openDatabase(settings, (message) => log.debug(message));
  const stops: Array<() => Promise<unknown>> = [database.close, async () => clock.stop()];
  const stop = async () => {
    for (const step of stops.splice(0).reverse()) await step();
  };
  try {
    await prepareDatabase(database.directUrl, { dataDir: settings.dataDir, loadReference: loadProfiles });
    const sessions = openSessionPool(settings, database.url);
    if (sessions) stops.push(() => sessions.end());
    const line = new DatabaseLine(urlOfRole(database.directUrl, settings.roles.has('site') ? 'prongsai_site' : 'prongsai_staff', settings.dataDir), (message, error) => log.warn({ err: error }, message));
    const sites = new SiteMemory(clock, () => line.isUp);
    const pages = new PageCache(sites, clock, settings.pageCacheBytes);
    const { adapter, routes } = createAdapter(settings, settings.roles.has('site') ? pages : null);
    const parts = { settings, databaseUrl: database.url, clock, log, sites, pages, press: new PagePress(pages, clock, headersFor('site', settings)) };
    const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(parts), adapter, { bodyParser: false, logger: ['error', 'warn'], abortOnError: false });
    stops.push(() => closeInTime(app));
    hearOfSites(line, sites, app.get(TenantTransaction, { strict: false }));
    if (settings.roles.has('api')) hearOfChanges(line, app.get(LiveHub, { strict: false }));
    await line.open();
    stops.push(() => line.close());
    await refuseDemoInProduction(app, settings);
    await openSurfaces(app, settings, sessions);
    // The demo is told by every kind of verb, some of which read the report views: the api's process tells it.
    if (settings.demo === 'seeds' && settings.roles.has('api')) await app.get(LoadDemo).run();
    if (settings.roles.has('worker')) stops.push(await startWorker(app, settings, database.directUrl, clock, log));
    const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    const description = () => openApiOf(routes.filter((row) => row.promise));
    fastify.get('/api/openapi.json', { constraints: { surface: 'console' }, config: { promise: { access: { kind: 'public' }, surface: 'console', summary: 'This description', status: 200 } } }, async (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(JSON.stringify(description())),
    );
    await app.listen(settings.port, '0.0.0.0');
    const { port } = app.getHttpServer().address() as { port: number };
    log.info({ port, portal: portalOrigin(settings), console: consoleOrigin(settings) }, 'Prongsai answers');
    return { app, routes, port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Requests under way may finish; whoever hangs is cut off, so that the rest of stopping has its time too. */
async function closeInTime(app: NestFastifyApplication): Promise<void> {
  const cut = setTimeout(() => (app.getHttpServer() as Server).closeAllConnections(), 8_000);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

/** What this process remembers of units' sites follows what the database tells, and what the process itself commits. */
function hearOfSites(line: DatabaseLine, sites: SiteMemory, transaction: TenantTransaction): void {
  line.on('prongsai_site', (text) => {
    const [tenantId = '', version = ''] = text.split(' ');
    sites.hear(tenantId, Number(version));
  });
  line.onUp(() => sites.doubtAll());
  transaction.whenCommitted(({ tenantId }) => {
    if (tenantId) sites.doubt(tenantId);
  });
}

/** Open screens are told what the database tells. */
function hearOfChanges(line: DatabaseLine, hub: LiveHub): void {
  line.on('prongsai_live', (text) => hub.hear(text));
  line.onUp(() => hub.startOver());
}

async function refuseDemoInProduction(app: NestFastifyApplication, settings: Settings): Promise<void> {
  if (!settings.production || !(settings.roles.has('api') || settings.roles.has('worker'))) return;
  const transaction = app.get(TenantTransaction, { strict: false });
  const [{ found }] = await transaction.act({}, () => transaction.manager.query('select app.has_demo_accounts() as found'));
  if (found) throw new Error('demo accounts are present: a production start is refused (use an empty database with DEMO=none)');
}

/** The connections that sessions are read by; they outlive the last request, because stopping goes backwards. */
function openSessionPool(settings: Settings, databaseUrl: string): Pool | null {
  if (!settings.roles.has('api')) return null;
  const pool = new Pool({ connectionString: urlOfRole(databaseUrl, 'prongsai_staff', settings.dataDir), max: 3 });
  pool.on('error', () => undefined);
  return pool;
}

async function openSurfaces(app: NestFastifyApplication, settings: Settings, sessions: Pool | null): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  if (sessions) {
    app.get<AuthenticatorHolder>(AUTHENTICATOR, { strict: false }).authenticator = await registerSessions(fastify, {
      settings, pool: sessions, secret: installationSecret(settings.dataDir, 'session'), credentials: app.get(CREDENTIAL_CHECK, { strict: false }),
    });
    registerStaticFiles(fastify, { surface: 'console', folder: path.join(__dirname, '../console'), prefix: '/assets/', fallback: 'index.html' });
  }
  if (settings.roles.has('site')) registerSiteAssets(fastify);
}

async function startWorker(app: NestFastifyApplication, settings: Settings, directUrl: string, clock: BusinessClock, log: Logger): Promise<() => Promise<void>> {
  const handlers = app.get<JobHandler[]>(JOB_HANDLERS, { strict: false });
  const runner = new JobRunner(urlOfRole(directUrl, 'prongsai_jobs', settings.dataDir), handlers, log);
  await runner.start(schedule);
  const sweep = () => void runner.ask('sweep').catch((error) => log.warn({ err: error }, 'sweep not asked'));
  clock.onJump(sweep);
  sweep();
  return () => runner.stop();
}
