import http from 'node:http';
import https from 'node:https';

/** What came back from an address. */
export interface ReadPage {
  status: number;
  mediaType: string;
  bytes: Buffer;
}

const agent = 'Prongsai-Evidence/1';

/**
 * Reads one address of the public site as a citizen's browser would, without cookies and without following redirects.
 * Hosts below localhost are answered by this machine. Throws when nobody answers in `ms`, or more than `most` bytes come.
 */
export function readPage(address: string, { most, ms }: { most: number; ms: number }): Promise<ReadPage> {
  const url = new URL(address);
  const isHere = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request(
      {
        host: isHere ? '127.0.0.1' : url.hostname, port: url.port || undefined, path: `${url.pathname}${url.search}`, method: 'GET', agent: false,
        headers: { host: url.host, 'user-agent': agent, accept: '*/*', 'accept-encoding': 'identity' },
      },
      (answer) => {
        const chunks: Buffer[] = [];
        let size = 0;
        answer.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > most) request.destroy(new Error(`more than ${most} bytes came from ${url.pathname}`));
          else chunks.push(chunk);
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, mediaType: String(answer.headers['content-type'] ?? ''), bytes: Buffer.concat(chunks) }));
        answer.on('error', reject);
      },
    );
    const timer = setTimeout(() => request.destroy(new Error(`${url.host} did not answer in ${ms} ms`)), ms);
    request.on('close', () => clearTimeout(timer));
    request.on('error', reject);
    request.end();
  });
}
