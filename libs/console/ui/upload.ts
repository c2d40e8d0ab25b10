import type { FileView } from '@prongsai/kernel/contracts';
import { heardProblem, tenantPath } from './api';
import { offlineProblem } from './problem';

/** An upload on its way. */
export interface Upload {
  done: Promise<FileView>;
  abort: () => void;
}

/**
 * Sends one file to a unit; `onProgress` hears the part that is sent, 0 to 1. `done` fails with ApiProblem.
 * XMLHttpRequest, because fetch tells no progress of what is sent.
 */
export function uploadFile(slug: string, file: File, onProgress: (part: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<FileView>((resolve, reject) => {
    request.upload.onprogress = (event) => { if (event.lengthComputable) onProgress(event.loaded / event.total); };
    request.onload = () => {
      const body: unknown = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body as FileView);
      else reject(heardProblem(request.status, body));
    };
    request.onerror = () => reject(offlineProblem());
    request.onabort = () => reject(offlineProblem());
  });
  const form = new FormData();
  form.append('file', file, file.name);
  request.open('POST', `/api/v1${tenantPath(slug, 'files')}`);
  request.setRequestHeader('accept', 'application/json');
  request.send(form);
  return { done, abort: () => request.abort() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
