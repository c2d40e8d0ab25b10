import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { openMailer, type OutgoingMail } from './index';

const mail: OutgoingMail = {
  id: '0198a0c0-0000-7000-8000-00000000000a',
  to: { name: 'เจ้าของข้อมูลข่าวสาร', address: 'owner@kapho.example' },
  subject: '[สสอ.กะพ้อ] เผยแพร่แล้ว “แผนปฏิบัติการ ๒๕๖๙”',
  text: 'เผยแพร่แล้ว\n\nลิงก์ถาวร /p/x\n',
  html: '<!doctype html><p>เผยแพร่แล้ว</p>',
};
const messageId = `<${mail.id}@localhost>`;

/** Header of a message, its encoded words read. */
function header(message: string, name: string): string {
  const line = message.replace(/\r/g, '').split('\n\n')[0]?.replace(/\n[ \t]+/g, ' ').split('\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '';
  return line.slice(name.length + 1).trim().replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
    Buffer.from(kind.toUpperCase() === 'B' ? word : encodeURI(decodeURIComponent(word.replace(/_/g, '%20').replace(/=/g, '%'))).replace(/%([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))), kind.toUpperCase() === 'B' ? 'base64' : 'latin1').toString('utf8'),
  );
}

describe('mail without an SMTP server', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), 'prongsai-mail-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));
  const open = () => openMailer({ smtpUrl: null, mailFrom: 'Prongsai <no-reply@localhost>', dataDir, baseDomain: 'localhost' });
  const files = () => readdirSync(path.join(dataDir, 'mail'));

  it('is a file named after the outbox row, whole and Thai, for its owner alone', async () => {
    await open().send(mail);
    expect(files()).toEqual([`${mail.id}.eml`]);
    const file = path.join(dataDir, 'mail', `${mail.id}.eml`);
    const message = readFileSync(file, 'utf8');
    expect(header(message, 'Message-ID')).toBe(messageId);
    expect(header(message, 'Subject')).toBe(mail.subject);
    expect(header(message, 'To')).toBe('เจ้าของข้อมูลข่าวสาร <owner@kapho.example>');
    expect(message).toMatch(/multipart\/alternative/);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('is written exactly once, however often and by however many it is sent', async () => {
    const [one, other] = [open(), open()];
    await one.send(mail);
    const first = readFileSync(path.join(dataDir, 'mail', `${mail.id}.eml`));
    await Promise.all([one.send({ ...mail, text: 'again' }), other.send({ ...mail, text: 'again' }), one.send(mail)]);
    expect(files()).toEqual([`${mail.id}.eml`]);
    expect(readFileSync(path.join(dataDir, 'mail', `${mail.id}.eml`)).equals(first)).toBe(true);
  });

  it('leaves no drafts: what a killed process had begun is cleared away at the next start, what another writes now is not', async () => {
    await open().send(mail);
    const folder = path.join(dataDir, 'mail');
    const { pid: dead } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(path.join(folder, `.${mail.id}.${dead}.a`), 'half');
    writeFileSync(path.join(folder, `.${mail.id}.${process.pid}.b`), 'half, of a process before us with our number');
    writeFileSync(path.join(folder, `.${mail.id}.${process.ppid}.c`), 'being written');
    open();
    expect(files().sort()).toEqual([`.${mail.id}.${process.ppid}.c`, `${mail.id}.eml`]);
  });

  it('is not mistaken for sent by what a killed process left half-written', async () => {
    const mailer = open();
    writeFileSync(path.join(dataDir, 'mail', `.${mail.id}.1`), 'half');
    await mailer.send(mail);
    expect(readFileSync(path.join(dataDir, 'mail', `${mail.id}.eml`), 'utf8')).toContain(messageId);
  });
});

describe('mail by SMTP', () => {
  let server: SMTPServer | null = null;
  let received: string[];
  let losesReply: boolean;
  const open = (port: number) => openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Prongsai <no-reply@localhost>', dataDir: '/nowhere', baseDomain: 'localhost' });

  /** A server that keeps what it gets; while `losesReply`, the connection breaks after DATA and before the answer. */
  async function serve(): Promise<number> {
    received = [];
    const sockets = new Set<Socket>();
    server = new SMTPServer({
      authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], logger: false,
      onData: (stream, _session, done) => void text(stream).then((message) => {
        received.push(message);
        if (losesReply) for (const socket of sockets) socket.destroy();
        else done();
      }),
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => sockets.add(socket));
    await new Promise<void>((ready) => server?.listen(0, '127.0.0.1', ready));
    return (server.server.address() as AddressInfo).port;
  }
  beforeEach(() => (losesReply = false));
  afterEach(async () => {
    if (server) await new Promise<void>((closed) => server?.close(closed));
    server = null;
  });

  it('is handed over with its Thai subject and a Message-ID of its own', async () => {
    await open(await serve()).send(mail);
    expect(received).toHaveLength(1);
    expect(header(received[0] as string, 'Message-ID')).toBe(messageId);
    expect(header(received[0] as string, 'Subject')).toBe(mail.subject);
  });

  it('is tried again with the same Message-ID when the answer to DATA is lost: the one window for a double', async () => {
    const mailer = open(await serve());
    losesReply = true;
    await expect(mailer.send(mail)).rejects.toThrow();
    losesReply = false;
    await mailer.send(mail);
    expect(received.map((message) => header(message, 'Message-ID'))).toEqual([messageId, messageId]);
  });

  it('says so when the server is away or refuses', async () => {
    const probe = createServer();
    await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
    const { port } = probe.address() as AddressInfo;
    await new Promise((closed) => probe.close(closed));
    await expect(open(port).send(mail)).rejects.toMatchObject({ code: 'ESOCKET' });
    const refusing = await serve();
    (server as SMTPServer).onRcptTo = (_address, _session, done) => done(Object.assign(new Error('no such box'), { responseCode: 550 }));
    await expect(open(refusing).send(mail)).rejects.toMatchObject({ responseCode: 550 });
    expect(received).toEqual([]);
  });
});
