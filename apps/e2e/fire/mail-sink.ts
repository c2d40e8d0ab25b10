import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../server-process';

/** A real SMTP server that keeps count, and can be away. */
export class MailSink {
  /** How often each mail was received whole, by the outbox row's id in its Message-ID. */
  readonly copies = new Map<string, number>();
  /** Called once, when a mail has been received whole and before that is answered. */
  beforeAnswer: ((id: string) => Promise<unknown>) | null = null;
  private server: SMTPServer | null = null;

  private constructor(private readonly port: number) {}

  /** Takes a port, and is away until `up`. */
  static async open(): Promise<MailSink> {
    return new MailSink(await freePort());
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens; no harm when it does already. */
  async up(): Promise<void> {
    if (this.server) return;
    const server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 100,
      onData: (stream, _session, answered) => {
        void text(stream).then(async (message) => {
          const id = /^message-id: <([0-9a-f-]{36})@localhost>\r?$/im.exec(message)?.[1] ?? message;
          this.copies.set(id, (this.copies.get(id) ?? 0) + 1);
          const wait = this.beforeAnswer;
          this.beforeAnswer = null;
          await wait?.(id);
          answered();
        }, () => undefined);
      },
    });
    // Clients that are killed reset their lines.
    server.on('error', () => undefined);
    this.server = server;
    await new Promise<void>((listening) => server.listen(this.port, '127.0.0.1', () => listening()));
    if ((server.server.address() as AddressInfo).port !== this.port) throw new Error('the mail server got another port');
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((closed) => server.close(() => closed()));
  }
}
