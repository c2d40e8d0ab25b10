import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BusinessClock } from './business-clock';

/** A clock's file is looked at on a timer: these specs turn the timers by hand and let Date run on with them. */
describe('the business clock and its file', () => {
  let folder: string;
  let file: string;
  let reports: string[];
  let clock: BusinessClock;
  const real = new Date('2026-11-20T03:00:00Z');

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'prongsai-clock-'));
    file = path.join(folder, 'clock');
    reports = [];
    jest.useFakeTimers({ now: real });
  });
  afterEach(() => {
    clock.stop();
    jest.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  const watch = () => (clock = new BusinessClock(file, (message) => reports.push(message)));
  const write = (text: string) => {
    writeFileSync(file, text);
    jest.advanceTimersByTime(500);
  };

  it('is real time without a file, with a missing one and with an empty one', () => {
    clock = new BusinessClock();
    expect(clock.now()).toEqual(real);
    watch();
    expect(clock.now()).toEqual(real);
    write('\n');
    expect(clock.now().getTime()).toBe(Date.now());
    expect(clock.isMoved).toBe(false);
    expect(reports).toEqual([]);
  });

  it('starts at the instant that the file holds already', () => {
    writeFileSync(file, '2020-01-01T00:00:00Z');
    watch();
    expect(clock.now().toISOString()).toBe('2020-01-01T00:00:00.000Z');
  });

  it('jumps within 500 ms of a change, forwards and backwards, and runs on from there', () => {
    watch();
    let jumps = 0;
    clock.onJump(() => jumps++);
    write('2027-03-01T00:00:00+07:00');
    expect(clock.isMoved).toBe(true);
    const there = clock.now().getTime();
    expect(there).toBeGreaterThanOrEqual(Date.parse('2027-02-28T17:00:00Z'));
    expect(there).toBeLessThanOrEqual(Date.parse('2027-02-28T17:00:00.500Z'));
    jest.advanceTimersByTime(60_000);
    expect(clock.now().getTime()).toBe(there + 60_000);
    write('2019-06-01T00:00:00Z');
    expect(clock.now().toISOString()).toMatch(/^2019-06-01T00:00:00/);
    expect(jumps).toBe(2);
  });

  it('returns to real time when the file is emptied or goes', () => {
    watch();
    write('2030-01-01T00:00:00Z');
    write('');
    expect(clock.now().getTime()).toBe(Date.now());
    write('2030-01-01T00:00:00Z');
    rmSync(file);
    jest.advanceTimersByTime(500);
    expect(clock.now().getTime()).toBe(Date.now());
    expect(clock.isMoved).toBe(false);
  });

  it('ignores text that is no instant, says so once, and stays where it was', () => {
    watch();
    write('2030-01-01T00:00:00Z');
    const before = clock.now().getTime();
    write('half past ten');
    jest.advanceTimersByTime(5_000);
    expect(clock.now().getTime()).toBe(before + 5_500);
    expect(reports).toEqual(['clock file holds no instant, ignored: "half past ten"']);
  });

  it('tells a story act by act, each act by its own time', async () => {
    clock = new BusinessClock();
    const [a, b] = [new Date('2024-10-01T01:00:00Z'), new Date('2023-01-01T01:00:00Z')];
    const told = await Promise.all([clock.during(a, async () => clock.now()), clock.during(b, async () => clock.now())]);
    expect(told).toEqual([a, b]);
    expect(clock.now()).toEqual(real);
  });
});
