import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { Client, type QueryConfig } from 'pg';

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = `s${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}

/**
 * A reader's connection. It prepares each text once: planning costs readers more than running, and they send the same few
 * texts again and again; and what is asked in one breath leaves in one packet. Only for logins whose texts are few, and
 * only without a pooler between, which may give every transaction another connection.
 */
export class PreparingClient extends Client {
  private isGathering = false;

  // pg's own signature has many forms; TypeORM uses these: a text, or a text with its values.
  override query(...parts: unknown[]): never {
    this.gather();
    const [text, values, ...rest] = parts;
    const isPlain = typeof text === 'string' && Array.isArray(values);
    const config: QueryConfig | null = isPlain ? { name: nameOf(text), text, values } : null;
    const send = super.query as unknown as (...sent: unknown[]) => never;
    return config ? send.call(this, config, ...rest) : send.apply(this, parts);
  }

  /** Holds back what is written until everything that is being asked now has been asked. */
  private gather(): void {
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    if (this.isGathering) return;
    this.isGathering = true;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}
