import { Client, type ClientConfig } from 'pg';
import { Breath, type Answered, type Asked, type Prepared, type PreparedTexts } from './breath';

/** What every breath of a reading begins with: a statement that says whose rows it may reach and what time it is. */
export interface Prelude {
  text: string;
  values: readonly unknown[];
}

/** A connection's prepared texts: planning costs readers more than running, and they send the same few texts again and again. */
class TextsOfConnection implements PreparedTexts {
  private texts = new Map<string, Prepared>();
  private names = 0;

  of(text: string): Prepared | null {
    return this.texts.get(text) ?? null;
  }

  keep(text: string, prepared: Prepared): void {
    this.texts.set(text, prepared);
  }

  forget(): void {
    this.texts = new Map();
  }

  newName(): string {
    return `r${++this.names}`;
  }
}

/**
 * A connection that readings share, one at a time. Inside a reading, what is asked at once leaves at once: one packet, one
 * short transaction with the reading's prelude in front of it. Outside one it is an ordinary connection, to which row-level
 * security shows nothing.
 */
export class ReadingClient extends Client {
  private readonly texts: PreparedTexts | null;
  private prelude: Prelude | null = null;
  private asked: Asked[] = [];

  /** `isPooled`: a pooler stands between, so that no text stays prepared. */
  constructor(config: ClientConfig & { isPooled?: boolean }) {
    super(config);
    this.texts = config.isPooled ? null : new TextsOfConnection();
  }

  /** From here on until `endReading`, what is asked is asked under `prelude`. */
  beginReading(prelude: Prelude): void {
    this.prelude = prelude;
  }

  endReading(): void {
    this.breathe();
    this.prelude = null;
  }

  // pg's own signature has many forms; inside a reading TypeORM uses these: a text, or a text with its values.
  override query(...parts: unknown[]): never {
    const [text, values] = parts;
    if (!this.prelude || typeof text !== 'string' || typeof values === 'function') return (super.query as unknown as (...sent: unknown[]) => never).apply(this, parts);
    return new Promise<Answered>((answer, fail) => {
      if (this.asked.length === 0) process.nextTick(() => this.breathe());
      this.asked.push({ text, values: (values as unknown[] | undefined) ?? [], answer, fail });
    }) as never;
  }

  /** Sends what has been asked since the last breath. */
  private breathe(): void {
    const { asked, prelude } = this;
    if (asked.length === 0 || !prelude) return;
    this.asked = [];
    super.query(new Breath([{ ...prelude, answer: () => undefined, fail: () => undefined }, ...asked], this.texts));
  }
}
