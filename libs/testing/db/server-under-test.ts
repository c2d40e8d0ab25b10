import type { Type } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Settings } from '@prongsai/platform/config';
import type { RouteRow } from '@prongsai/platform/http';
import { openTestDatabase, type TestDatabase } from './test-database';
import { testSettings } from './test-rooms';
import { Visitor } from './visitor';

/** What an app's own start function gives; handed in, because testing rooms import no app. */
interface Started {
  app: { get<T>(token: Type<T> | symbol, options: { strict: false }): T };
  routes: readonly RouteRow[];
  port: number;
  stop(): Promise<void>;
}
export type StartServer = (settings: Settings, log: Logger) => Promise<Started>;

/** The whole service, listening on loopback, on a test database. */
export interface ServerUnderTest {
  database: TestDatabase;
  settings: Settings;
  routes: readonly RouteRow[];
  port: number;
  get<T>(token: Type<T> | symbol): T;
  /** Someone on a unit's site. */
  site(slug: string): Visitor;
  portal(): Visitor;
  /** Someone on the console's host, signed out. */
  console(): Visitor;
  /** Someone signed in. Throws when the server does not let them. */
  signIn(email: string, password: string): Promise<Visitor>;
  close(): Promise<void>;
}

/** Starts the service as `npm start` does, on the worker's clone and without demo and worker unless the environment says so. */
export async function openServer(
  start: StartServer,
  options: { database?: TestDatabase; environment?: NodeJS.ProcessEnv; log?: Logger } = {},
): Promise<ServerUnderTest> {
  const database = options.database ?? (await openTestDatabase());
  const settings = testSettings(database, { ROLES: 'site,api', ...options.environment });
  const server = await start(settings, options.log ?? pino({ level: 'silent' }));
  const visitor = (host: string) => new Visitor(server.port, `${host}:8080`);
  const console = () => visitor(settings.consoleHost);
  return {
    database,
    settings,
    routes: server.routes,
    port: server.port,
    get: (token) => server.app.get(token, { strict: false }),
    site: (slug) => visitor(`${slug}.${settings.baseDomain}`),
    portal: () => visitor(settings.baseDomain),
    console,
    signIn: async (email, password) => {
      const person = console();
      const answer = await person.post('/api/v1/session', { email, password });
      if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status} ${answer.text}`);
      return person;
    },
    close: async () => {
      await server.stop();
      if (!options.database) await database.close();
    },
  };
}
