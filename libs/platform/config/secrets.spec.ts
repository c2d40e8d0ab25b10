import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installationSecret } from './secrets';

describe('a secret of the installation', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), 'prongsai-secrets-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is made once, by name, and kept for its owner alone', () => {
    const secret = installationSecret(dataDir, 'session');
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(installationSecret(dataDir, 'session')).toBe(secret);
    expect(installationSecret(dataDir, 'db-prongsai_staff')).not.toBe(secret);
    expect(statSync(path.join(dataDir, 'secrets', 'session')).mode & 0o777).toBe(0o600);
    expect(statSync(path.join(dataDir, 'secrets')).mode & 0o777).toBe(0o700);
    expect(readdirSync(path.join(dataDir, 'secrets')).sort()).toEqual(['db-prongsai_staff', 'session']);
  });
});
