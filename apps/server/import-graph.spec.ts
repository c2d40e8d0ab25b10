import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import ts from 'typescript';

const root = path.resolve(__dirname, '../..');

/** A source file with the files that it imports, by path below the repository. */
interface Source {
  file: string;
  room: string;
  isSpec: boolean;
  /** Specifiers of imports, requires and re-exports, with the file of this repository behind each, if any. */
  imports: Array<{ specifier: string; file: string | null }>;
}

interface Room {
  type: string;
  name: string;
}

/** The table of rooms: the linter's own, read from its configuration, so that there is one. */
function tableOf(constant: 'domains' | 'platforms'): Record<string, string[]> {
  const text = new RegExp(`const ${constant} = (\\{[\\s\\S]*?\\n\\});`).exec(readFileSync(path.join(root, 'eslint.config.mjs'), 'utf8'))?.[1];
  if (!text) throw new Error(`eslint.config.mjs has no table ${constant}`);
  return vm.runInNewContext(`(${text})`) as Record<string, string[]>;
}

function roomsOfRepository(): Map<string, Room> {
  const rooms = new Map<string, Room>();
  for (const folder of [...foldersIn('apps'), ...foldersIn('libs').flatMap(foldersIn)]) {
    const project = path.join(root, folder, 'project.json');
    if (!existsSync(project)) continue;
    const { tags } = JSON.parse(readFileSync(project, 'utf8')) as { tags: string[] };
    const tag = (kind: string) => tags.find((one) => one.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? '';
    rooms.set(folder, { type: tag('type'), name: tag('room') });
  }
  return rooms;
}

function foldersIn(folder: string): string[] {
  return readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`).filter((one) => statSync(path.join(root, one)).isDirectory());
}

function sourcesOf(rooms: ReadonlyMap<string, Room>): Source[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory() && entry.name !== 'node_modules') walk(file);
      else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) found.push(file);
    }
  };
  walk('apps');
  walk('libs');
  const known = new Set(found);
  return found.map((file) => {
    const room = [...rooms.keys()].find((folder) => file.startsWith(`${folder}/`)) ?? '';
    const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true);
    const imports = importedFiles.map(({ fileName }) => ({ specifier: fileName, file: resolve(file, fileName, known) }));
    return { file, room, isSpec: /\.spec\.tsx?$/.test(file), imports };
  });
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  const bare = specifier.startsWith('@prongsai/') ? `libs/${specifier.slice('@prongsai/'.length)}` : specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : null;
  if (bare === null) return null;
  return [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`].find((file) => known.has(file)) ?? null;
}

describe('the import graph', () => {
  const rooms = roomsOfRepository();
  const sources = sourcesOf(rooms);
  const domains = tableOf('domains');
  const platforms = tableOf('platforms');

  /** Whether a file of one room may import another room: the first table of docs/architecture.md. */
  const may = (from: Room, to: Room, isSpec: boolean): boolean => {
    if (from.type === 'app' || (isSpec && to.type === 'testing')) return to.type !== 'app';
    switch (from.type) {
      case 'feature': return ['domain', 'platform', 'kernel'].includes(to.type);
      case 'domain': return ['platform', 'kernel'].includes(to.type) || (to.type === 'domain' && (domains[from.name] ?? []).includes(to.name));
      case 'platform': return to.type === 'kernel' || (to.type === 'platform' && (platforms[from.name] ?? []).includes(to.name));
      case 'kernel': return to.type === 'kernel';
      case 'console': return ['console', 'kernel'].includes(to.type);
      case 'testing': return to.type !== 'app' && to.type !== 'console';
      default: return false;
    }
  };

  it('is of rooms that the table knows', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter(({ room }) => room === '').map(({ file }) => file)).toEqual([]);
    const named = (type: string) => [...rooms.values()].filter((room) => room.type === type).map(({ name }) => name).sort();
    expect(named('domain').filter((name) => !(name in domains))).toEqual([]);
    expect(named('platform')).toEqual(Object.keys(platforms).sort());
  });

  it('finds every file that it names', () => {
    const lost = sources.flatMap(({ file, imports }) => imports
      .filter(({ specifier, file: to }) => to === null && /^(\.|@prongsai\/)/.test(specifier) && !/\.(css|svg|json|mjs|woff2)$/.test(specifier))
      .map(({ specifier }) => `${file} imports ${specifier}`));
    expect(lost).toEqual([]);
  });

  it('obeys the table', () => {
    const broken = sources.flatMap(({ file, room, isSpec, imports }) => imports.flatMap(({ specifier, file: to }) => {
      const other = to && [...rooms.keys()].find((folder) => to.startsWith(`${folder}/`));
      if (!other || other === room) return [];
      return may(rooms.get(room) as Room, rooms.get(other) as Room, isSpec) ? [] : [`${file} imports ${specifier}`];
    }));
    expect(broken).toEqual([]);
  });

  it('enters another room by its door, and its own without it', () => {
    const broken = sources.flatMap(({ file, room, imports }) => imports.flatMap(({ specifier, file: to }) => {
      if (!to) return [];
      const isOwn = to.startsWith(`${room}/`);
      const byDoor = /^@prongsai\/[a-z-]+\/[a-z-]+$/.test(specifier);
      return isOwn === specifier.startsWith('.') && (isOwn || byDoor) ? [] : [`${file} imports ${specifier}`];
    }));
    expect(broken).toEqual([]);
  });

  it('has no cycle of files', () => {
    const graph = new Map(sources.map(({ file, imports }) => [file, imports.flatMap(({ file: to }) => (to ? [to] : []))]));
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, trail: string[]) => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(file)), file].join(' > '));
        return;
      }
      state.set(file, 'open');
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      state.set(file, 'done');
    };
    for (const file of graph.keys()) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('gives nobody the database but platform/db, and no browser file a server\'s library', () => {
    const serverOnly = /^(node:|pg$|typeorm|@nestjs\/|fastify|@fastify\/|pdfkit|minio)/;
    const broken = sources.flatMap(({ file, room, isSpec, imports }) => {
      const type = rooms.get(room)?.type ?? '';
      return imports.flatMap(({ specifier }) => {
        const isForbidden =
          (type === 'kernel' && !isSpec && serverOnly.test(specifier)) || (type === 'console' && !isSpec && serverOnly.test(specifier)) ||
          (['feature', 'domain'].includes(type) && !isSpec && specifier === 'pg') || (type !== 'platform' && type !== 'testing' && specifier === '@nestjs/typeorm');
        return isForbidden ? [`${file} imports ${specifier}`] : [];
      });
    });
    expect(broken).toEqual([]);
  });

  it('names its files by what they hold', () => {
    const kinds = /^[a-z0-9]+(-[a-z0-9]+)*(\.(controller|contract|verb|reader|repository|entity|policy|module|page|spec|db\.spec|http\.spec|deep\.spec|guard|interceptor|filter|job|command|sheet|view))*\.tsx?$/;
    expect(sources.map(({ file }) => file).filter((file) => !kinds.test(path.posix.basename(file)) && !/\/migrations\/\d{14}-[a-z-]+\.ts$/.test(file))).toEqual([]);
    const banned = /\b(class|interface|function)\s+\w*(Manager|Helper|Util|Utils|Common|Service)\b/;
    const named = sources.filter(({ file }) => banned.test(readFileSync(path.join(root, file), 'utf8')) && !file.endsWith('import-graph.spec.ts')).map(({ file }) => file);
    expect(named).toEqual([]);
  });
});
