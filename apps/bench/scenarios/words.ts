import { timesOf, type SideResult } from '../measure/compare';
import type { Finding } from '../report';

const percent = (share: number) => `±${Math.round(share * 50)} %`;

/** CPU of a thousand calls, with its noise. */
export const cpuText = (side: SideResult): string => `${side.cpuMillis.toFixed(0)} ms of CPU for 1,000 (${percent(side.noise)})`;

/** One side held against another, at most `limit` times its CPU. */
export function ratio(what: string, side: SideResult, floor: SideResult, limit: number): Finding {
  const times = timesOf(side, floor);
  return { what, limit: `<= ${limit} x`, result: `${times.toFixed(2)} x (${cpuText(side)} against ${cpuText(floor)})`, isMet: times <= limit };
}

/** A time of one call, at most `limit` milliseconds; without a limit it is only told. */
export function time(what: string, millis: number, limit?: number): Finding {
  return { what, limit: limit === undefined ? null : `<= ${limit} ms`, result: `${millis < 10 ? millis.toFixed(2) : millis.toFixed(0)} ms`, isMet: limit === undefined ? null : millis <= limit };
}

export const told = (what: string, result: string): Finding => ({ what, limit: null, result, isMet: null });
