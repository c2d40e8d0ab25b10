import { EventEmitter } from 'node:events';
import { Authenticator } from '@fastify/passport';
import cookie from '@fastify/cookie';
import session from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Pool } from 'pg';
import type { Settings } from '@prongsai/platform/config';
import type { CredentialCheck, SignInOutcome } from './ports';

/** Passport as this server holds it. */
export type Passport = InstanceType<typeof Authenticator>;

/** Host-only by its prefix: no sibling subdomain can set or read it. */
export const sessionCookie = '__Host-prongsai';
/** Twelve hours of real time: a working day and its evening. */
const sessionMs = 12 * 60 * 60 * 1000;

/** Sessions in PostgreSQL and passport's password strategy, on the console's host only. */
export async function registerSessions(
  fastify: FastifyInstance,
  parts: { settings: Settings; pool: Pool; secret: string; credentials: CredentialCheck },
): Promise<Passport> {
  const Store = connectPgSimple({ Store: EventEmitter } as unknown as Parameters<typeof connectPgSimple>[0]);
  const store = new Store({ pool: parts.pool, tableName: 'session', createTableIfMissing: false, pruneSessionInterval: 15 * 60 });
  const plugin = (loaded: unknown) => loaded as FastifyPluginAsync<Record<string, unknown>>;
  await fastify.register(plugin(cookie));
  await fastify.register(plugin(session), {
    secret: parts.secret,
    cookieName: sessionCookie,
    // Browsers keep a Secure cookie on http://*.localhost too, but the plugin would refuse to send one there; see below.
    cookie: { secure: false, httpOnly: true, sameSite: 'lax', path: '/', maxAge: sessionMs },
    saveUninitialized: false,
    rolling: false,
    store,
  });
  fastify.addHook('onSend', async (_request, reply) => {
    const set = reply.getHeader('set-cookie');
    if (!set) return;
    reply.removeHeader('set-cookie');
    for (const one of [set].flat().map(String)) {
      const mustSecure = one.startsWith(`${sessionCookie}=`) && !/;\s*secure/i.test(one);
      reply.header('set-cookie', mustSecure ? `${one}; Secure` : one);
    }
  });
  const authenticator = new Authenticator();
  authenticator.use(
    'password',
    new LocalStrategy({ usernameField: 'email', passwordField: 'password', passReqToCallback: true }, (request, email, password, done) => {
      parts.credentials
        .check(email, password, (request as unknown as { ip: string }).ip)
        .then((outcome: SignInOutcome) => ('accountId' in outcome ? done(null, { id: outcome.accountId }) : done(null, false, outcome as never)))
        .catch(done);
    }) as never,
  );
  authenticator.registerUserSerializer(async (user: { id: string }) => user.id);
  authenticator.registerUserDeserializer(async (id: string) => ({ id }));
  await fastify.register(authenticator.initialize());
  await fastify.register(authenticator.secureSession());
  return authenticator;
}

