import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];

/** Opens Chromium: CHROMIUM_PATH, the machine's own, or else the one that comes inside the npm packages, libraries included. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  const executablePath = given ?? known.find((file) => existsSync(file));
  // Tests run as root in containers, where Chromium's own sandbox cannot start.
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  if (executablePath) return chromium.launch({ executablePath, args });
  const packaged = await unpackedChromium();
  return chromium.launch({ ...packaged, args });
}

/** The packaged browser, unpacked into the temporary folder with the few libraries that a bare machine lacks. */
async function unpackedChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  const before = { ...process.env };
  // The package unpacks its libraries only when it believes itself on the platform that it was made for.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    const libraries = [path.join(tmpdir(), 'al2023', 'lib'), before['LD_LIBRARY_PATH']].filter(Boolean).join(':');
    // A machine without a single font would crash the page at the first letter that the page's own fonts lack.
    const fonts = before['FONTCONFIG_PATH'] ?? path.join(tmpdir(), 'fonts');
    return { executablePath, env: { ...(before as Record<string, string>), LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
