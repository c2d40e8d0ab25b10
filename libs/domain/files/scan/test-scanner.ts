import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A stand-in for clamd in specs: speaks INSTREAM, and finds one made-up virus. */
export interface TestScanner {
  place: { host: string; port: number };
  url: string;
  /** Text that it takes for a virus. */
  virus: string;
  /** What was sent, stream by stream. */
  heard: Buffer[];
  answerWith(reply: string | null): void;
  closeAfter(bytes: number): void;
  beSilent(): void;
  close(): Promise<void>;
}

const virus = 'MADE-UP-VIRUS-FOR-SPECS';

export async function openTestScanner(port = 0): Promise<TestScanner> {
  const sockets = new Set<Socket>();
  const heard: Buffer[] = [];
  let reply: string | null = null;
  let mostBytes = Infinity;
  let isSilent = false;
  const server = createServer((socket) => {
    let got = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', (piece) => {
      got = Buffer.concat([got, piece]);
      if (got.length > mostBytes) return void socket.destroy();
      const bytes = isSilent ? null : streamIn(got);
      if (!bytes) return;
      heard.push(bytes);
      socket.end(reply ?? (bytes.includes(virus) ? 'stream: Made-Up.Virus FOUND\0' : 'stream: OK\0'));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const place = { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  return {
    place, virus, heard, url: `tcp://${place.host}:${place.port}`,
    answerWith: (next) => void (reply = next),
    closeAfter: (bytes) => void (mostBytes = bytes),
    beSilent: () => {
      mostBytes = Infinity;
      isSilent = true;
    },
    close: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    }),
  };
}

/** What was streamed, once its end is there. */
function streamIn(got: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (got.length < command.length) return null;
  if (got.toString('latin1', 0, command.length) !== command) throw new Error('not INSTREAM');
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= got.length; ) {
    const length = got.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(got.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
