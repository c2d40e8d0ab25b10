import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What the load generator is told to do. Bounded in count and in time. */
export interface LoadOrder {
  port: number;
  /** Sent in turn, from the first, until `count` is reached. */
  calls: Array<{ method?: string; path: string; headers?: Record<string, string>; body?: string }>;
  count: number;
  connections: number;
  headers: Record<string, string>;
  /** Any other status ends the run. */
  status: number;
  mostSeconds: number;
  /** Done before each call, outside its time: a statement as superuser, then a pause for the news of it to arrive. */
  before?: { databaseUrl: string; sql: string; pauseMs: number };
}

export interface LoadResult {
  /** Milliseconds of each call, from sending to the last byte. */
  millis: number[];
  /** Bodies as they travelled. */
  bytes: number;
}

/** Calls without their bounds; those have defaults. */
export type Load = Pick<LoadOrder, 'port' | 'calls' | 'count' | 'headers'> & Partial<LoadOrder>;

/** The load generator in its own process. */
export class LoadGenerator {
  private readonly child: ChildProcess = fork(path.join(__dirname, 'load-client.js'));

  /** Sends the calls. Throws when one is answered with another status than 200 (or `status`), or when time runs out. */
  async send(load: Load): Promise<LoadResult> {
    const order: LoadOrder = { connections: 1, status: 200, mostSeconds: 240, ...load };
    this.child.send(order);
    const [answer] = (await once(this.child, 'message', { signal: AbortSignal.timeout((order.mostSeconds + 40) * 1000) })) as [{ result?: LoadResult; failure?: string }];
    if (!answer.result) throw new Error(answer.failure ?? 'the load generator gave no answer');
    return answer.result;
  }

  end(): void {
    if (this.child.connected) this.child.disconnect();
  }
}
