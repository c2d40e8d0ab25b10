import { createHash } from 'node:crypto';
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
 * A connection that prepares each text once: planning costs readers more than running, and they send the same few texts
 * again and again. Only for logins whose texts are few, and only without a pooler between, which may give every
 * transaction another connection.
 */
export class PreparingClient extends Client {
  // pg's own signature has many forms; TypeORM uses this one.
  override query(...parts: unknown[]): never {
    const [text, values, ...rest] = parts;
    const isPlain = typeof text === 'string' && Array.isArray(values);
    const config: QueryConfig | null = isPlain ? { name: nameOf(text), text, values } : null;
    const send = super.query as unknown as (...sent: unknown[]) => never;
    return config ? send.call(this, config, ...rest) : send.apply(this, parts);
  }
}
