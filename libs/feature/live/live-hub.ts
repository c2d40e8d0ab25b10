import { PassThrough } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { z } from 'zod';
import { Refusal } from '@prongsai/kernel/core';
import type { NetworkActor, TenantActor } from '@prongsai/platform/access';

/** What the database tells of a change: whose, and of which kind; never what. */
const Change = z.object({ tenantId: z.string().nullable(), networkId: z.string().nullable(), kind: z.string(), accountId: z.string().nullable() });
type Change = z.infer<typeof Change>;

/** Kinds that the province may know of: never that a unit writes, decides or publishes (SPEC 3). */
const kindsOfNetwork = new Set(['tenant', 'member', 'appointment', 'work_group', 'report', 'round', 'network', 'account', 'compliance']);

interface Listener {
  stream: PassThrough;
  accountId: string;
  hears(change: Change): boolean;
  pending: Set<string>;
  flush: NodeJS.Timeout | null;
}

const mostOfAccount = 12;
const mostOfProcess = 4_000;
/** Changes of one breath are told together. */
const breathMs = 120;
const beatMs = 20_000;
/** A stream ends after this and is asked for again, so that who may listen is judged anew. */
const lifeMs = 5 * 60_000;
const slowBytes = 64 * 1024;

/** Tells open screens that something changed, so that they ask again; what they then see is decided by the ordinary reading. */
@Injectable()
export class LiveHub implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private isClosing = false;

  /** A member's stream of a unit: every kind, and notices of this person alone. */
  ofTenant(actor: TenantActor): PassThrough {
    return this.open(actor.accountId, (change) => change.tenantId === actor.tenantId && (change.accountId === null || change.accountId === actor.accountId));
  }

  /** A network role's stream: what concerns the province, of the network and all its units. */
  ofNetwork(actor: NetworkActor): PassThrough {
    return this.open(actor.accountId, (change) => change.networkId === actor.networkId && kindsOfNetwork.has(change.kind));
  }

  /** Text of the channel `prongsai_live`. */
  hear(text: string): void {
    const change = Change.parse(JSON.parse(text));
    for (const listener of this.listeners) if (listener.hears(change)) this.tell(listener, change.kind);
  }

  /** After a time of not hearing, everyone asks again. */
  startOver(): void {
    for (const { stream } of this.listeners) stream.write(event('ready', {}));
  }

  /** How many screens listen, for metrics. */
  get size(): number {
    return this.listeners.size;
  }

  onModuleDestroy(): void {
    this.isClosing = true;
    for (const { stream } of this.listeners) stream.end();
  }

  private open(accountId: string, hears: Listener['hears']): PassThrough {
    const own = [...this.listeners].filter((listener) => listener.accountId === accountId).length;
    if (this.isClosing || own >= mostOfAccount || this.listeners.size >= mostOfProcess) throw new Refusal('TOO_MANY_TRIES', { retryAfterSeconds: 30 });
    const listener: Listener = { stream: new PassThrough(), accountId, hears, pending: new Set(), flush: null };
    const { stream } = listener;
    const beat = setInterval(() => this.write(stream, ': beat\n\n'), beatMs);
    const end = setTimeout(() => stream.end(), lifeMs);
    this.listeners.add(listener);
    stream.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
      if (listener.flush) clearTimeout(listener.flush);
      this.listeners.delete(listener);
    });
    stream.write(`retry: 2000\n${event('ready', {})}`);
    return stream;
  }

  private tell(listener: Listener, kind: string): void {
    listener.pending.add(kind);
    listener.flush ??= setTimeout(() => {
      listener.flush = null;
      const kinds = [...listener.pending].sort();
      listener.pending.clear();
      this.write(listener.stream, event('changed', { kinds }));
    }, breathMs);
  }

  /** Whoever does not read is let go; the screen asks for a new stream. */
  private write(stream: PassThrough, text: string): void {
    if (stream.writableLength > slowBytes) stream.destroy();
    else if (!stream.writableEnded) stream.write(text);
  }
}

function event(name: string, data: object): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
