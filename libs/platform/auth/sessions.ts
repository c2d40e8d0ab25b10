import { EventEmitter } from 'node:events';
import { Authenticator } from '@fastify/passport';
import cookie from '@fastify/cookie';
import session from '@fastify/session';
import connectPgSimple from 'connect-pg-simple';
import type { FastifyInstance, FastifyPluginCallback, FastifyRequest } from 'fastify';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Pool } from 'pg';
import type { Settings } from '@prongsai/platform/config';
import { surfaceOf } from '@prongsai/platform/http';
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
  const plugin = (loaded: unknown) => onConsoleOnly(loaded as FastifyPluginCallback<Record<string, unknown>>, parts.settings);
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
  await fastify.register(plugin(authenticator.initialize()));
  await fastify.register(plugin(authenticator.secureSession()));
  return authenticator;
}

type Hook = (this: FastifyInstance, ...parts: unknown[]) => unknown;

/** The plugin with hooks that leave requests to other hosts alone: those know no session, and pay for none. */
function onConsoleOnly<Options extends object>(plugin: FastifyPluginCallback<Options>, settings: Settings): FastifyPluginCallback<Options> {
  const scoped: FastifyPluginCallback<Options> = (fastify, options, done) => {
    const addHook = (name: string, hook: Hook) => {
      const isElsewhere = (request: unknown) => surfaceOf((request as FastifyRequest).headers.host, settings) !== 'console';
      // Fastify tells hooks that answer by promise from those that call back, by what they are.
      const wrapped: Hook = hook.constructor.name === 'AsyncFunction'
        ? async function (...given) { return isElsewhere(given[0]) ? undefined : hook.apply(this, given); }
        : function (...given) { return isElsewhere(given[0]) ? (given.at(-1) as () => void)() : hook.apply(this, given); };
      Object.defineProperty(wrapped, 'length', { value: hook.length });
      return fastify.addHook(name as 'onRequest', wrapped as never);
    };
    return plugin(Object.create(fastify, { addHook: { value: addHook } }) as FastifyInstance, options, done);
  };
  // As the plugin itself: not into a context of its own.
  return Object.assign(scoped, { [Symbol.for('skip-override')]: true, [Symbol.for('fastify.display-name')]: plugin.name });
}

