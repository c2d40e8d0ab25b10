import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';
import type { Settings } from '@prongsai/platform/config';

/** A mail ready to go. `id` is the outbox row's and names the file or the Message-ID, the same on every try. */
export interface OutgoingMail {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Sends one mail. Throws when it could not be handed over; trying again is safe. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
}
export const MAILER = Symbol('mailer');

type Setting = Pick<Settings, 'smtpUrl' | 'mailFrom' | 'dataDir' | 'baseDomain'>;

function envelopeOf(mail: OutgoingMail, settings: Setting) {
  return { from: settings.mailFrom, messageId: `<${mail.id}@${settings.baseDomain}>`, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html };
}

/** Drafts that this process is writing; another's are told by its number in their names. */
const drafting = new Set<string>();

function isBeingWritten(draft: string): boolean {
  const pid = Number(draft.split('.')[2]);
  if (pid === process.pid) return drafting.has(draft);
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Writes mails to `DATA_DIR/mail/<id>.eml`, each exactly once: a second try finds the file and leaves it. */
class FolderMailer implements Mailer {
  private readonly compose: Transporter = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  private readonly folder: string;

  constructor(private readonly settings: Setting) {
    this.folder = path.join(settings.dataDir, 'mail');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(this.folder)) if (name.startsWith('.') && !isBeingWritten(name)) rmSync(path.join(this.folder, name), { force: true });
  }

  async send(mail: OutgoingMail): Promise<void> {
    const composed = (await this.compose.sendMail(envelopeOf(mail, this.settings))) as { message: Buffer };
    const draft = `.${mail.id}.${process.pid}.${randomUUID()}`;
    const fresh = path.join(this.folder, draft);
    drafting.add(draft);
    try {
      await writeSynced(fresh, composed.message);
      // A link never replaces: the first writer wins, and the file is whole or absent.
      await link(fresh, path.join(this.folder, `${mail.id}.eml`));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(fresh, { force: true });
      drafting.delete(draft);
    }
    await syncFolder(this.folder);
  }
}

async function writeSynced(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new name outlives a loss of power only once its folder is written down too. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Hands mails to an SMTP server: at least once, with one Message-ID, so that a double can be recognised. */
class SmtpMailer implements Mailer {
  private readonly transport: Transporter;

  constructor(private readonly settings: Setting) {
    this.transport = createTransport(settings.smtpUrl as string);
  }

  async send(mail: OutgoingMail): Promise<void> {
    await this.transport.sendMail(envelopeOf(mail, this.settings));
  }
}

/**
 * Whether a mail server refused the recipient or the message for good (550 to 559 as its answer to RCPT or DATA), so that
 * trying again is useless. What it says of the sender or of signing in is the installation's fault, and is no bounce.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { responseCode, command } = (error ?? {}) as { responseCode?: unknown; command?: unknown };
  return typeof responseCode === 'number' && responseCode >= 550 && responseCode <= 559 && (command === 'RCPT TO' || command === 'DATA');
}

/** The mailer that the settings name: SMTP_URL, or files. */
export function openMailer(settings: Setting): Mailer {
  return settings.smtpUrl ? new SmtpMailer(settings) : new FolderMailer(settings);
}
