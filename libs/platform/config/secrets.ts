import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * A secret of this installation, made at first use and kept in `DATA_DIR/secrets/<name>` for its owner alone.
 * Two processes that start together get the same one.
 */
export function installationSecret(dataDir: string, name: string): string {
  const folder = path.join(dataDir, 'secrets');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, name);
  const fresh = `${file}.${process.pid}`;
  if (!fs.existsSync(file)) {
    fs.writeFileSync(fresh, crypto.randomBytes(32).toString('hex'), { mode: 0o600 });
    try {
      fs.linkSync(fresh, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(fresh, { force: true });
    }
  }
  return fs.readFileSync(file, 'utf8').trim();
}
