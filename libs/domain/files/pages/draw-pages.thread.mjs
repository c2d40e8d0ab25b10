// The thread in which a stranger's PDF is read. Plain JavaScript, because a thread starts from a file, and the same file
// must serve the build and the tests. PDFium runs as WebAssembly: what it does wrong ends in an exception or with the
// thread, never with the process; its memory may not grow past `mostBytes`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { PDFiumLibrary } from '@hyzyla/pdfium';

const { pdf, width, mostHeight, mostScale, mostWords, mostBytes, onlyWords } = workerData;

/** Loads PDFium with a lid on its memory: its own is 2 GB. */
async function openPdfium() {
  const code = new WebAssembly.Module(readFileSync(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')));
  return PDFiumLibrary.init({
    instantiateWasm: (imports, ready) => {
      const grow = imports.env.emscripten_resize_heap;
      const env = { ...imports.env, emscripten_resize_heap: (bytes) => (bytes >>> 0 > mostBytes ? 0 : grow(bytes)) };
      const instance = new WebAssembly.Instance(code, { ...imports, env });
      ready(instance, code);
      return instance.exports;
    },
  });
}

/** Scale of the picture: as wide as asked, unless the page is too tall for that, or so small that it would be a blur. */
function scaleOf({ originalWidth, originalHeight }) {
  if (!(originalWidth > 0) || !(originalHeight > 0)) throw new Error('a page without size');
  return Math.min(width / originalWidth, mostHeight / originalHeight, mostScale);
}

/** Text that a database takes: no NUL, no other controls but the line end, no half of a letter. */
function wordsOf(page) {
  const text = page.getText().replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f\ufffe\uffff]/g, '');
  return text.slice(0, mostWords).toWellFormed().trim();
}

async function draw(document, number) {
  const page = document.getPage(number - 1);
  if (!page.pageIdx) throw new Error('a page that cannot be read');
  const words = wordsOf(page);
  if (onlyWords) return { number, words };
  const size = page.getOriginalSize();
  // A strip thinner than a pixel still gets one.
  const scale = Math.max(scaleOf(size), 1.01 / Math.min(size.originalWidth, size.originalHeight));
  const picture = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  return { number, words, width: picture.width, height: picture.height, pixels: picture.data };
}

try {
  const document = await (await openPdfium()).loadDocument(pdf);
  parentPort.on('message', async (number) => {
    try {
      const page = await draw(document, number);
      parentPort.postMessage({ page }, page.pixels ? [page.pixels.buffer] : []);
    } catch (error) {
      parentPort.postMessage({ failed: String(error) });
    }
  });
  parentPort.postMessage({ count: document.getPageCount() });
} catch (error) {
  parentPort.postMessage({ failed: String(error) });
}
