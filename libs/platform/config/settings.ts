import path from 'node:path';
import { z } from 'zod';

/** Parts of the service that one process may run. */
export const processRoles = ['site', 'api', 'worker'] as const;
export type ProcessRole = (typeof processRoles)[number];

const hostName = z.string().regex(/^[a-z0-9.-]+$/i, 'a host name without scheme or port');

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  BASE_DOMAIN: hostName.default('localhost'),
  CONSOLE_HOST: hostName.optional(),
  PUBLIC_SCHEME: z.enum(['http', 'https']).optional(),
  PUBLIC_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url().optional(),
  DATABASE_DIRECT_URL: z.url().optional(),
  STORAGE_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  CLAMAV_URL: z.string().regex(/^tcp:\/\/[^/:@?#\s]+:\d{1,5}$|^tcp:\/\/\[[0-9a-f:]+\]:\d{1,5}$/i, 'tcp://host:port').optional(),
  MAIL_FROM: z.string().default('Prongsai <no-reply@localhost>'),
  DEMO: z.enum(['seeds', 'none']).optional(),
  ROLES: z.string().default(processRoles.join(',')),
  PRONGSAI_CLOCK_FILE: z.string().optional(),
  TRUSTED_PROXIES: z.string().default(''),
  PAGE_CACHE_MIB: z.coerce.number().int().min(0).max(4096).default(64),
  PRONGSAI_INSECURE_COOKIES: z.enum(['yes', 'no']).default('no'),
});

/** Everything a process is told from outside. Fails at start, with the setting's name, when something is wrong. */
export interface Settings {
  production: boolean;
  port: number;
  /** `localhost`; units live on `<slug>.<baseDomain>`. */
  baseDomain: string;
  consoleHost: string;
  publicScheme: 'http' | 'https';
  /** Port that public addresses carry, null when it is the scheme's own. */
  publicPort: number | null;
  /** Absolute path. */
  dataDir: string;
  /** Role that migrates; null means the embedded PostgreSQL. */
  databaseUrl: string | null;
  databaseDirectUrl: string | null;
  storageUrl: string | null;
  smtpUrl: string | null;
  /** Where clamd listens; null means that nothing is scanned for viruses. */
  clamav: { host: string; port: number } | null;
  mailFrom: string;
  demo: 'seeds' | 'none';
  roles: ReadonlySet<ProcessRole>;
  clockFile: string | null;
  trustedProxies: string[];
  /** Most bytes of compressed pages that a process keeps; 0 keeps none. */
  pageCacheBytes: number;
}

/** Injection token of the settings. */
export const SETTINGS = Symbol('settings');

/** Reads the environment (SPEC 18). Throws an Error that names each setting that cannot be used. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const env = parsed.data;
  const roles = env.ROLES.split(',').map((role) => role.trim());
  const unknown = roles.filter((role) => !processRoles.includes(role as ProcessRole));
  if (unknown.length > 0) throw new Error(`ROLES: unknown ${unknown.join(', ')}; use ${processRoles.join(', ')}`);
  const production = env.NODE_ENV === 'production';
  if (production && env.PRONGSAI_CLOCK_FILE) throw new Error('PRONGSAI_CLOCK_FILE: refused with NODE_ENV=production');
  const baseDomain = env.BASE_DOMAIN.toLowerCase();
  const local = baseDomain === 'localhost' || baseDomain.endsWith('.localhost');
  const publicScheme = env.PUBLIC_SCHEME ?? (local ? 'http' : 'https');
  if (publicScheme === 'http' && !local && env.PRONGSAI_INSECURE_COOKIES !== 'yes') {
    throw new Error('PUBLIC_SCHEME: without TLS browsers drop the session cookie outside localhost; set PRONGSAI_INSECURE_COOKIES=yes to start all the same');
  }
  const port = env.PUBLIC_PORT ?? (local ? env.PORT : publicScheme === 'https' ? 443 : 80);
  return {
    production,
    port: env.PORT,
    baseDomain,
    consoleHost: (env.CONSOLE_HOST ?? `console.${baseDomain}`).toLowerCase(),
    publicScheme,
    publicPort: port === (publicScheme === 'https' ? 443 : 80) ? null : port,
    dataDir: path.resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    databaseDirectUrl: env.DATABASE_DIRECT_URL ?? null,
    storageUrl: env.STORAGE_URL ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    clamav: env.CLAMAV_URL ? clamavOf(env.CLAMAV_URL) : null,
    mailFrom: env.MAIL_FROM,
    demo: env.DEMO ?? (env.DATABASE_URL ? 'none' : 'seeds'),
    roles: new Set(roles as ProcessRole[]),
    clockFile: env.PRONGSAI_CLOCK_FILE ? path.resolve(env.PRONGSAI_CLOCK_FILE) : null,
    trustedProxies: env.TRUSTED_PROXIES.split(',').map((proxy) => proxy.trim()).filter(Boolean),
    pageCacheBytes: env.PAGE_CACHE_MIB * 1024 * 1024,
  };
}

function clamavOf(url: string): Settings['clamav'] {
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}
