// The thread in which a stranger's RAR is unpacked. Plain JavaScript, because a thread starts from a file, and the same
// file must serve the build and the tests. unrar runs as WebAssembly: what it does wrong ends in an exception or with
// the thread, never with the process. It answers `list` with what the directory says, and `next` with the next file.
import { parentPort, workerData } from 'node:worker_threads';
import { createExtractorFromData } from 'node-unrar-js';

const { archive, mostEntries, mostBytes } = workerData;

function said({ name, packSize, unpSize, flags }) {
  return { name, packSize, unpSize, isEncrypted: flags.encrypted, isDirectory: flags.directory };
}

function listOf(extractor) {
  const { arcHeader, fileHeaders } = extractor.getFileList();
  const entries = [];
  for (const header of fileHeaders) {
    entries.push(said(header));
    if (entries.length > mostEntries) break;
  }
  return { isVolume: arcHeader.flags.volume, isEncrypted: arcHeader.flags.headerEncrypted, entries };
}

/** One file at a time; what was handed over is forgotten, and nothing may grow past the limit. */
function* filesOf(extractor) {
  let written = 0;
  const write = extractor.write.bind(extractor);
  extractor.write = (file, from, size) => {
    written += size;
    if (written > mostBytes) throw new Error('too much');
    return write(file, from, size);
  };
  for (const { fileHeader, extraction } of extractor.extract().files) {
    if (fileHeader.flags.directory) continue;
    const bytes = extraction ? Uint8Array.from(extraction) : new Uint8Array();
    delete extractor.dataFiles[`*Extracted*/${fileHeader.name}`];
    yield { name: fileHeader.name, bytes };
  }
}

try {
  const list = listOf(await createExtractorFromData({ data: archive }));
  let files = null;
  parentPort.on('message', async () => {
    try {
      files ??= filesOf(await createExtractorFromData({ data: archive }));
      const { value, done } = files.next();
      if (done) parentPort.postMessage({ done });
      else parentPort.postMessage({ file: value }, [value.bytes.buffer]);
    } catch (error) {
      parentPort.postMessage({ failed: String(error?.reason ?? error) });
    }
  });
  parentPort.postMessage({ list });
} catch (error) {
  parentPort.postMessage({ failed: String(error?.reason ?? error) });
}
