import { Client } from 'pg';

/** Something that was told on a channel. */
export type Heard = (text: string) => void;

const beatMs = 300;
/** Longest silence of the database before the line counts as lost, in milliseconds. */
const silenceMs = 600;
const retryMs = 250;

/**
 * One connection that only listens. Whoever keeps something in memory because nobody has said otherwise asks `isUp`: it
 * turns false within a second of the line going dead, also when nothing says so (SPEC 6, 20).
 */
export class DatabaseLine {
  private readonly channels = new Map<string, Heard>();
  private readonly upListeners = new Set<() => void>();
  private client: Client | null = null;
  private heart: NodeJS.Timeout | null = null;
  private heardAt = 0;
  private isAsking = false;
  private isClosed = false;
  private isListening = false;

  /** `url` must reach the server itself, past a pooler: listening needs a connection of its own. */
  constructor(
    private readonly url: string,
    private readonly report: (message: string, error?: unknown) => void = () => undefined,
  ) {}

  /** Whether everything that is told is heard at this moment. */
  get isUp(): boolean {
    return this.isListening && performance.now() - this.heardAt < silenceMs;
  }

  /** Calls `heard` with each text told on `channel`. To be called before `open`. */
  on(channel: string, heard: Heard): void {
    this.channels.set(channel, heard);
  }

  /** Calls `listener` each time that listening begins: what was told before was not heard. */
  onUp(listener: () => void): void {
    this.upListeners.add(listener);
  }

  /** Connects and listens; from then on it mends itself. Throws when the first connection fails. */
  async open(): Promise<void> {
    await this.connect();
    this.heart = setInterval(() => void this.beat(), beatMs);
    this.heart.unref();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.isListening = false;
    if (this.heart) clearInterval(this.heart);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.url, connectionTimeoutMillis: 2_000, keepAlive: true, application_name: 'prongsai-line' });
    client.on('notification', ({ channel, payload }) => {
      this.heardAt = performance.now();
      this.channels.get(channel)?.(payload ?? '');
    });
    const lost = (error?: Error) => {
      if (this.client !== client) return;
      this.client = null;
      this.isListening = false;
      if (!this.isClosed) this.report('the line to the database is lost', error);
    };
    client.on('error', lost);
    client.on('end', () => lost());
    try {
      await client.connect();
      // Names of channels are our own words.
      await client.query([...this.channels.keys()].map((channel) => `listen ${channel}`).join('; '));
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    if (this.isClosed) return void client.end().catch(() => undefined);
    this.client = client;
    this.heardAt = performance.now();
    this.isListening = true;
    for (const listener of this.upListeners) listener();
  }

  /** Asks the server for a sign of life, or for a new connection. One asking at a time. */
  private async beat(): Promise<void> {
    if (this.isAsking || this.isClosed) return;
    this.isAsking = true;
    const { client } = this;
    try {
      if (client) {
        // A dead line may swallow the question: then the connection is given up.
        const giveUp = setTimeout(() => void client.end().catch(() => undefined), silenceMs * 3);
        await client.query('select 1').finally(() => clearTimeout(giveUp));
        this.heardAt = performance.now();
      } else {
        await this.connect();
      }
    } catch (error) {
      if (this.client === client && client) {
        this.client = null;
        this.isListening = false;
      }
      this.report('no line to the database yet', error);
      await new Promise((resolve) => setTimeout(resolve, retryMs).unref());
    } finally {
      this.isAsking = false;
    }
  }
}
