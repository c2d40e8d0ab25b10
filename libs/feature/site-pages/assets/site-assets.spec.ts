import { createHash } from 'node:crypto';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { assetPath, loadSiteAssets, registerSiteAssets } from './site-assets';

const assets = loadSiteAssets(path.join(__dirname, 'files'));
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

describe('the files of the look', () => {
  it('carry the hash of their own bytes in their names', () => {
    expect([...assets.keys()]).toEqual(expect.arrayContaining(['site.css', 'mark.svg', 'noto-sans-thai-looped-thai-400-normal.woff2']));
    for (const [source, asset] of assets) {
      const extension = path.extname(source);
      expect(asset.name).toBe(`${source.slice(0, -extension.length)}.${hashOf(asset.bytes)}${extension}`);
    }
  });

  it('name each other by those names, and nothing outside', () => {
    const css = assets.get('site.css')?.bytes.toString() ?? '';
    const used = [...css.matchAll(/url\(([^")]+)\)/g)].map((match) => match[1]);
    const fonts = [...assets.values()].filter(({ mediaType }) => mediaType === 'font/woff2').map(({ name }) => name);
    expect(used.sort()).toEqual(fonts.sort());
    expect(css).not.toMatch(/@import|(?<!xmlns=')https?:/);
    expect(css).not.toContain('/*');
  });

  it('ship with the licence of the faces', () => {
    expect(assets.get('OFL-NotoSansThaiLooped.txt')?.bytes.toString()).toContain('SIL OPEN FONT LICENSE');
  });

  it('stay within what a first view may weigh: 50 KB of fonts, 4 files, 6 KB of style', () => {
    const fonts = [...assets.values()].filter(({ mediaType }) => mediaType === 'font/woff2');
    expect(fonts).toHaveLength(4);
    expect(fonts.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(50 * 1024);
    expect(assets.get('site.css')?.packed?.gzip.length).toBeLessThan(6 * 1024);
  });

  it('hold the same bytes in every form', () => {
    for (const { bytes, packed } of assets.values()) {
      if (!packed) continue;
      expect(brotliDecompressSync(packed.br).equals(bytes)).toBe(true);
      expect(gunzipSync(packed.gzip).equals(bytes)).toBe(true);
    }
  });
});

describe('serving them', () => {
  const fastify = Fastify();
  fastify.addConstraintStrategy({
    name: 'surface',
    storage: () => {
      const kept = new Map<unknown, unknown>();
      return { get: (key: unknown) => kept.get(key) ?? null, set: (key: unknown, value: unknown) => void kept.set(key, value) };
    },
    validate: () => undefined,
    deriveConstraint: (request: { headers: Record<string, unknown> }) => request.headers['host'],
  } as unknown as Parameters<typeof fastify.addConstraintStrategy>[0]);
  registerSiteAssets(fastify);
  afterAll(() => fastify.close());
  const ask = (url: string, encoding = '') => fastify.inject({ url, headers: { host: 'site', 'accept-encoding': encoding } });

  it('gives the bytes for a year, smaller where the browser takes it', async () => {
    const css = assets.get('site.css');
    const plain = await ask(assetPath('site.css'));
    expect(plain.statusCode).toBe(200);
    expect(plain.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
    expect(plain.rawPayload.equals(css?.bytes ?? Buffer.alloc(0))).toBe(true);
    const packed = await ask(assetPath('site.css'), 'gzip, br');
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect((await ask(assetPath('site.css'), 'gzip')).headers['content-encoding']).toBe('gzip');
  });

  it('has no other files', async () => {
    expect((await ask('/assets/site.css')).statusCode).toBe(404);
    expect((await ask('/assets/..%2Fsite-assets.js')).statusCode).toBe(404);
    expect(() => assetPath('missing.css')).toThrow('missing.css');
  });
});
