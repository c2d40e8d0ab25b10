// Builds the staff console into dist/apps/console. The page's policy is script-src and style-src 'self': nothing is
// written inline and no asset becomes a data: address.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const { compilerOptions } = JSON.parse(readFileSync(resolve(root, 'tsconfig.base.json'), 'utf8'));

export default defineConfig({
  root: here,
  base: '/',
  cacheDir: resolve(root, 'node_modules/.vite/console'),
  plugins: [react()],
  resolve: {
    alias: Object.entries(compilerOptions.paths).map(([find, [file]]) => ({ find, replacement: resolve(root, file) })),
  },
  build: {
    outDir: resolve(root, 'dist/apps/console'),
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
});
