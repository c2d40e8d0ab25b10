import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

/** Run in a process of its own: Jest's copy of process.env cannot move the time zone of the one it runs in. */
const script = `
  const thai = require(process.argv[1]);
  const instants = ['2024-02-29T16:59:59.999Z', '2024-02-29T17:00:00Z', '2025-09-30T16:59:59Z', '2025-09-30T17:00:00Z', '2026-03-08T10:30:00Z', '2026-11-01T08:30:00Z'].map((text) => new Date(text));
  console.log(JSON.stringify({
    zone: new Date('2026-07-01T00:00:00Z').getTimezoneOffset(),
    seen: instants.map((instant) => [
      thai.bangkokDay(instant), thai.fiscalYearOf(instant), thai.quarterOf(instant), thai.halfOf(instant),
      thai.formatThaiDateTime(instant, 'paper'), thai.weekday(thai.bangkokDay(instant)),
      thai.startOfBangkokDay(thai.bangkokDay(instant)), thai.addDays(thai.bangkokDay(instant), 250),
      thai.addWorkingDays(thai.bangkokDay(instant), 3, new Set()), thai.isCalendarDay(thai.bangkokDay(instant)),
    ]),
    hours: instants.map((instant) => {
      const week = Object.fromEntries(thai.weekdayKeys.map((key) => [key, [{ from: '00:00', until: '08:30' }, { from: '23:30', until: '24:00' }]]));
      const schedule = { weekly: week, changes: new Map(), daysOff: new Map() };
      return [thai.openState(schedule, instant), thai.clinicWord(schedule, thai.bangkokDay(instant), instant), thai.changesAt([schedule], instant)];
    }),
    read: ['1 ต.ค. 2569', '29/2/67', '2026-03-08'].map(thai.parseThaiDate),
  }));
`;

describe('the calendar under other time zones of the server', () => {
  let compiled: string;

  beforeAll(() => {
    compiled = mkdtempSync(join(tmpdir(), 'thai-'));
    for (const file of readdirSync(__dirname)) {
      if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
      const { code } = transformFileSync(join(__dirname, file), {
        swcrc: false,
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      writeFileSync(join(compiled, file.replace(/\.ts$/, '.js')), code);
    }
  });
  afterAll(() => rmSync(compiled, { recursive: true, force: true }));

  const under = (zone: string): { zone: number; seen: unknown[][] } =>
    JSON.parse(
      execFileSync(process.execPath, ['-e', script, join(compiled, 'index.js')], { env: { ...process.env, TZ: zone }, encoding: 'utf8' }),
    );

  it('says the same in UTC, Bangkok and Los Angeles', () => {
    const bangkok = under('Asia/Bangkok');
    expect(bangkok.zone).toBe(-420);
    expect(bangkok.seen.map(([day]) => day)).toEqual(['2024-02-29', '2024-03-01', '2025-09-30', '2025-10-01', '2026-03-08', '2026-11-01']);
    expect(bangkok.seen.map(([, fiscalYear]) => fiscalYear)).toEqual([2567, 2567, 2568, 2569, 2569, 2570]);
    for (const [zone, offset] of [['UTC', 0], ['America/Los_Angeles', 420]] as const) {
      const there = under(zone);
      expect(there.zone).toBe(offset);
      expect({ ...there, zone: bangkok.zone }).toEqual(bangkok);
    }
  });
});
