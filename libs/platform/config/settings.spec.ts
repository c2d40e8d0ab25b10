import path from 'node:path';
import { consoleOrigin, portalOrigin, siteOrigin } from './addresses';
import { readSettings } from './settings';

describe('settings', () => {
  it('need none of their variables', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      production: false, port: 8080, baseDomain: 'localhost', consoleHost: 'console.localhost', publicScheme: 'http', publicPort: 8080,
      dataDir: path.resolve('.data'), databaseUrl: null, storageUrl: null, smtpUrl: null, clamav: null, demo: 'seeds', clockFile: null, trustedProxies: [],
    });
    expect([...settings.roles]).toEqual(['site', 'api', 'worker']);
  });

  it('treat an empty variable as none', () => expect(readSettings({ DATABASE_URL: '', PORT: '', SMTP_URL: '' })).toEqual(readSettings({})));

  it('load no demo into a database that was given', () => {
    const given = { DATABASE_URL: 'postgres://u:p@db/prongsai' };
    expect(readSettings(given).demo).toBe('none');
    expect(readSettings({ ...given, DEMO: 'seeds' }).demo).toBe('seeds');
  });

  it.each<[NodeJS.ProcessEnv, RegExp]>([
    [{ PORT: 'eighty' }, /^PORT: /], [{ PORT: '70000' }, /^PORT: /], [{ BASE_DOMAIN: 'https://x' }, /^BASE_DOMAIN: /], [{ DEMO: 'yes' }, /^DEMO: /],
    [{ ROLES: 'site,apis' }, /^ROLES: unknown apis; use site, api, worker$/], [{ DATABASE_URL: 'nowhere' }, /^DATABASE_URL: /],
    [{ NODE_ENV: 'production', PRONGSAI_CLOCK_FILE: '/tmp/clock' }, /^PRONGSAI_CLOCK_FILE: refused/],
    [{ BASE_DOMAIN: 'example.go.th', PUBLIC_SCHEME: 'http' }, /^PUBLIC_SCHEME: without TLS/],
    [{ CLAMAV_URL: 'http://scanner:3310' }, /^CLAMAV_URL: tcp:/], [{ CLAMAV_URL: 'tcp://scanner' }, /^CLAMAV_URL: tcp:/],
    [{ PORT: 'x', DEMO: 'y' }, /^PORT: .*\nDEMO: /],
  ])('%j are refused by name', (environment, message) => expect(() => readSettings(environment)).toThrow(message));

  it('carry TLS outside localhost, unless told', () => {
    expect(readSettings({ BASE_DOMAIN: 'Example.go.th' })).toMatchObject({ baseDomain: 'example.go.th', publicScheme: 'https', publicPort: null });
    expect(readSettings({ BASE_DOMAIN: 'example.go.th', PUBLIC_SCHEME: 'http', PRONGSAI_INSECURE_COOKIES: 'yes' })).toMatchObject({ publicScheme: 'http', publicPort: null });
  });

  it('know where the virus scanner is', () => {
    expect(readSettings({ CLAMAV_URL: 'tcp://scanner.example:3310' }).clamav).toEqual({ host: 'scanner.example', port: 3310 });
    expect(readSettings({ CLAMAV_URL: 'tcp://[::1]:3310' }).clamav).toEqual({ host: '::1', port: 3310 });
  });

  it('list proxies and roles', () => {
    const settings = readSettings({ TRUSTED_PROXIES: '10.0.0.1, 10.0.0.0/8 ,', ROLES: 'api, worker' });
    expect(settings.trustedProxies).toEqual(['10.0.0.1', '10.0.0.0/8']);
    expect([...settings.roles]).toEqual(['api', 'worker']);
  });
});

describe('public addresses', () => {
  it('carry the port on localhost', () => {
    const settings = readSettings({ PORT: '9000' });
    expect([siteOrigin(settings, 'kapho'), consoleOrigin(settings), portalOrigin(settings)]).toEqual([
      'http://kapho.localhost:9000', 'http://console.localhost:9000', 'http://localhost:9000',
    ]);
  });
  it('carry none behind TLS, and the console may live elsewhere', () => {
    const settings = readSettings({ BASE_DOMAIN: 'prongsai.go.th', CONSOLE_HOST: 'staff.example.go.th' });
    expect([siteOrigin(settings, 'kapho'), consoleOrigin(settings)]).toEqual(['https://kapho.prongsai.go.th', 'https://staff.example.go.th']);
  });
});
