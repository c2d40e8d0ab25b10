import type { Load, LoadGenerator } from './load';
import type { MeasuredProcess } from './measured-process';
import { median, noise } from './statistics';

/** One of the things compared: who answers, and what it is asked. */
export interface Side {
  process: MeasuredProcess;
  /** The calls of one round; `round` counts from 0, the warm-up is round 0. */
  load(round: number): Omit<Load, 'port'>;
}

export interface SideResult {
  /** CPU of the process for 1,000 calls, in milliseconds: the median of the rounds. */
  cpuMillis: number;
  /** The same of each round, in order. */
  rounds: number[];
  /** Of the rounds' CPU, as a share. */
  noise: number;
  /** Median of one call in milliseconds, in the calmest round. */
  millis: number;
}

/** How many times the CPU of `floor` a side used: the median of the rounds, each held against its neighbour in time. */
export function timesOf(side: SideResult, floor: SideResult): number {
  return median(side.rounds.map((cpu, round) => cpu / (floor.rounds[round] ?? Number.NaN)));
}

/** Calls after which a server runs as it will. */
const warmUpCalls = 8_000;

/** Asks each side in turn, round after round, so that a machine that grows busy grows busy for all. The first round warms up: again and again until code that runs often has been compiled. */
export async function compare<Name extends string>(generator: LoadGenerator, sides: Record<Name, Side>, rounds: number): Promise<Record<Name, SideResult>> {
  const names = Object.keys(sides) as Name[];
  const seen = Object.fromEntries(names.map((name) => [name, { cpu: [], millis: [] }])) as unknown as Record<Name, { cpu: number[]; millis: number[] }>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const { process, load } = sides[name];
      const order = load(round);
      for (let sent = order.count; round === 0 && sent < Math.min(warmUpCalls, 30 * order.count); sent += order.count) await generator.send({ port: process.port, ...order });
      const before = await process.cpu();
      const { millis } = await generator.send({ port: process.port, ...order });
      const used = (await process.cpu()) - before;
      if (round === 0) continue;
      seen[name].cpu.push(used / order.count);
      seen[name].millis.push(median(millis));
    }
  }
  return Object.fromEntries(names.map((name) => [name, {
    // Microseconds of one call are milliseconds of a thousand.
    cpuMillis: median(seen[name].cpu), rounds: seen[name].cpu, noise: noise(seen[name].cpu), millis: Math.min(...seen[name].millis),
  }])) as Record<Name, SideResult>;
}
