import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** PostgreSQL's programs, ready to be run from `folder`. */
export interface NativeBinaries {
  folder: string;
  /** The carrier package's version, for example 18.4.0-beta.17. */
  version: string;
  /** PostgreSQL's major version as PG_VERSION has it, for example 18. */
  major: string;
}

/** Full path of one of the three programs that the package carries. */
export function programPath(binaries: NativeBinaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/**
 * The binaries inside the installed platform package, with their library links in place.
 * @param copyTo parent folder for a copy, used when the links are missing and the package cannot be written to.
 * @throws EmbeddedPostgresError when no package for this platform is installed.
 */
export function installedBinaries(copyTo: string): NativeBinaries {
  const installed = carriedBinaries();
  try {
    makeLinks(installed.folder);
    return installed;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return copiedBinaries(copyTo);
  }
}

/**
 * A copy of the binaries below `parent` that every user may read and run, made once per version and complete or not
 * there at all (a copy that lost files is replaced).
 */
export function copiedBinaries(parent: string): NativeBinaries {
  const installed = carriedBinaries();
  const folder = join(parent, `postgres-binaries-${installed.version}-${process.platform}-${process.arch}`);
  const copied = { ...installed, folder };
  if (isCompleteCopy(installed.folder, folder)) {
    makeLinks(folder);
    return copied;
  }
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const suffix = randomBytes(4).toString('hex');
  const draft = `${folder}.${suffix}.partial`;
  copyTree(installed.folder, draft);
  makeLinks(draft);
  for (let attempt = 0; !isCompleteCopy(installed.folder, folder) && attempt < 5; attempt++) {
    try {
      renameSync(draft, folder);
    } catch {
      // Either another process was quicker, or a damaged copy stands in the way: what is there is looked at again.
      if (!isCompleteCopy(installed.folder, folder)) setAside(folder, `${folder}.${suffix}.${attempt}.damaged`);
    }
  }
  rmSync(draft, { recursive: true, force: true });
  if (!isCompleteCopy(installed.folder, folder)) throw new EmbeddedPostgresError(`could not copy PostgreSQL's binaries to ${folder}`);
  return copied;
}

function setAside(folder: string, aside: string): void {
  try {
    renameSync(folder, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function carriedBinaries(): NativeBinaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name, { paths: [__dirname, dirname(require.resolve('embedded-postgres'))] });
  } catch {
    throw new EmbeddedPostgresError(`no embedded PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed): set DATABASE_URL to a PostgreSQL of your own`);
  }
  const packageFolder = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(packageFolder, 'native'), version, major: version.split('.')[0] ?? version };
}

/** The links that the package's install script would have made; the libraries are not found without them. */
function makeLinks(folder: string): void {
  for (const { source, target } of declaredLinks(folder)) {
    const link = join(folder, target.replace(/^native\//, ''));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function declaredLinks(folder: string): { source: string; target: string }[] {
  try {
    return JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else {
      copyFileSync(source, target);
      // A strict umask at install time must not reach the user that will run these.
      chmodSync(target, basename(from) === 'bin' || (lstatSync(source).mode & 0o100) !== 0 ? 0o755 : 0o644);
    }
  }
}

function isCompleteCopy(from: string, to: string): boolean {
  try {
    return readdirSync(from, { withFileTypes: true }).every((entry) => {
      const target = join(to, entry.name);
      if (entry.isDirectory()) return isCompleteCopy(join(from, entry.name), target);
      const there = lstatSync(target);
      return entry.isSymbolicLink() ? there.isSymbolicLink() : there.size === lstatSync(join(from, entry.name)).size;
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
