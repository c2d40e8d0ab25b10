import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { Clamd } from './clamd';
import { openTestScanner, type TestScanner } from './test-scanner';
import { ScannerAway } from './virus-scanner';

describe('asking clamd', () => {
  let scanner: TestScanner;
  beforeEach(async () => {
    scanner = await openTestScanner();
  });
  afterEach(() => scanner.close());
  const scan = (bytes: Readable, silentMs = 5_000) => new Clamd(scanner.place, { silentMs }).scan(bytes);

  it('sends every byte in its order, and hears what was found', async () => {
    const bytes = randomBytes(3_000_000);
    expect(await scan(Readable.from([bytes.subarray(0, 7), Buffer.alloc(0), bytes.subarray(7)]))).toEqual({ virus: null });
    expect(scanner.heard.at(-1)?.equals(bytes)).toBe(true);
    expect(await scan(Readable.from([Buffer.from(`${'x'.repeat(100_000)}${scanner.virus}`)]))).toEqual({ virus: 'Made-Up.Virus' });
  });

  it.each<[string, string]>([
    ['an error', 'INSTREAM size limit exceeded. ERROR\0'], ['nothing', ''], ['what it never says', 'HTTP/1.1 200 OK\r\n'], ['half a line', 'stream: '],
  ])('takes no verdict from %s', async (_, reply) => {
    scanner.answerWith(reply);
    await expect(scan(Readable.from([randomBytes(1_000)]))).rejects.toBeInstanceOf(ScannerAway);
  });

  it('takes none from a daemon that closes in the middle, says nothing, or is not there', async () => {
    scanner.closeAfter(10_000);
    await expect(scan(Readable.from(Array.from({ length: 60 }, () => randomBytes(65_536))))).rejects.toBeInstanceOf(ScannerAway);
    scanner.beSilent();
    await expect(scan(Readable.from([Buffer.from('x')]), 50)).rejects.toThrow(/silent/);
    await scanner.close();
    await expect(scan(Readable.from([Buffer.from('x')]))).rejects.toBeInstanceOf(ScannerAway);
  });

  it('passes on that the store failed', async () => {
    const failure = new Error('the store is away');
    const broken = new Readable({ read() { this.destroy(failure); } });
    await expect(scan(broken)).rejects.toBe(failure);
  });
});
