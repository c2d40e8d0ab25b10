import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { ScannerAway, type ScanResult, type VirusScanner } from './virus-scanner';

/** clamd's own limit on one reply is far below. */
const mostReplyBytes = 4_096;

/**
 * ClamAV's daemon over TCP, by its INSTREAM command (clamd(8)): pieces with their length before them, an empty one at the
 * end, one line back. Of our own, because the npm client `clamscan` 2.4 writes without waiting for the socket, waits
 * without end for a daemon that says nothing, and prints what goes wrong.
 */
export class Clamd implements VirusScanner {
  constructor(
    private readonly place: { host: string; port: number },
    private readonly limits: { silentMs: number } = { silentMs: 60_000 },
  ) {}

  async scan(bytes: Readable): Promise<ScanResult> {
    const socket = connect(this.place);
    socket.setTimeout(this.limits.silentMs, () => socket.destroy(new Error(`silent for ${this.limits.silentMs} ms`)));
    const reply = replyOf(socket);
    const source: { failure?: unknown } = {};
    // Whoever fails first tells; the other's failure follows from it.
    reply.catch(() => undefined);
    try {
      socket.write('zINSTREAM\0');
      // A daemon that has seen enough answers and closes: its answer counts, not the broken line.
      await pipeline(inPieces(bytes, source), socket, { end: false }).catch(() => undefined);
      if ('failure' in source) throw source.failure;
      return verdictOf(await reply);
    } catch (error) {
      if ('failure' in source) throw source.failure;
      throw error instanceof ScannerAway ? error : new ScannerAway(error instanceof Error ? error.message : String(error));
    } finally {
      bytes.destroy();
      socket.destroy();
    }
  }
}

/** The bytes as INSTREAM wants them. Their own failure is told apart from the socket's, which only ends this. */
async function* inPieces(bytes: Readable, source: { failure?: unknown }): AsyncGenerator<Buffer> {
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      if (piece.length === 0) continue;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.length);
      yield length;
      yield piece;
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) source.failure = error;
    throw error;
  }
  yield Buffer.alloc(4);
}

function replyOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let reply = '';
    socket.on('data', (piece: Buffer) => {
      reply += piece.toString('latin1');
      if (reply.includes('\0') || reply.length > mostReplyBytes) resolve(reply);
    });
    socket.on('error', reject);
    socket.on('close', () => (reply ? resolve(reply) : reject(new Error('the line was closed without an answer'))));
  });
}

/** `stream: OK`, `stream: Name FOUND`; everything else is no verdict (`INSTREAM size limit exceeded. ERROR`). */
function verdictOf(reply: string): ScanResult {
  const line = reply.split('\0')[0]?.trim() ?? '';
  if (line === 'stream: OK') return { virus: null };
  const virus = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (virus === undefined) throw new ScannerAway(line.slice(0, 200) || 'an empty answer');
  return { virus };
}
