import http from 'node:http';

/** An answer as a test looks at it. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  text: string;
  /** The text without its tags: what a reader of the page sees, where a title may be dressed in parts. */
  words: string;
  /** The body as JSON; undefined when it is none. */
  json: unknown;
}

export interface Call {
  body?: unknown;
  /** Headers in addition to the visitor's own, or in their place; undefined leaves one out. */
  headers?: Record<string, string | undefined>;
}

/** Someone who visits one host of a server on loopback: `*.localhost` is for browsers, Node needs the Host header. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  /** `host` as a browser sends it, with the port; `cookie` is what an earlier visitor's call sent. */
  constructor(
    private readonly port: number,
    readonly host: string,
    cookie = '',
  ) {
    for (const pair of cookie.split('; ').filter(Boolean)) this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
  }

  /** A visitor of the same host with the same cookies, to be changed apart. */
  twin(): Visitor {
    const twin = new Visitor(this.port, this.host);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    return twin;
  }

  /** The cookie header that goes with every call. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(path: string, headers?: Call['headers']): Promise<Answer> {
    return this.call('GET', path, { headers });
  }

  post(path: string, body: unknown = {}, headers?: Call['headers']): Promise<Answer> {
    return this.call('POST', path, { body, headers });
  }

  /** One call; a body that is no Buffer or text travels as JSON. Cookies that come back are kept. */
  async call(method: string, path: string, { body, headers = {} }: Call = {}): Promise<Answer> {
    const bytes = body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
    const all: Record<string, string | undefined> = {
      host: this.host,
      ...(method === 'GET' || method === 'HEAD' ? {} : { origin: `http://${this.host}` }),
      ...(bytes ? { 'content-type': 'application/json', 'content-length': String(bytes.length) } : {}),
      ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
    const answer = await send(this.port, { method, path, headers: sent }, bytes);
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) this.cookies.set(name, value ?? '');
    }
    return answer;
  }
}

function send(port: number, options: http.RequestOptions, bytes: Buffer | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ ...options, host: '127.0.0.1', port, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const text = body.toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text, words: text.replace(/<[^>]+>/g, ''), json: asJson(text) });
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A multipart body with one file in the field `field`, and its content type. */
export function multipartFile(name: string, bytes: Buffer, field = 'file'): { body: Buffer; headers: Record<string, string> } {
  const boundary = 'prongsai-test-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}
