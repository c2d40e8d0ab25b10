import { parseArgs } from 'node:util';

/** How large and how long; the defaults are the sizes that SPEC 19 names. */
export interface Sizes {
  /** Rounds of each comparison, besides the warm-up. */
  rounds: number;
  /** Calls in a round of cached pages; pages that are drawn get a fifth. */
  requests: number;
  /** Units opened one after the other. */
  opens: number;
  /** Units warm at once, against 30. */
  tenants: number;
  /** Units, requirements and publications of the dashboard's province. */
  units: number;
  requirements: number;
  publications: number;
}

export const fullSizes: Sizes = { rounds: 7, requests: 2_000, opens: 200, tenants: 1_000, units: 1_000, requirements: 60, publications: 1_000_000 };
/** Small enough for a look in two minutes; its figures prove nothing. */
export const quickSizes: Sizes = { rounds: 3, requests: 300, opens: 30, tenants: 100, units: 60, requirements: 60, publications: 20_000 };

export interface Wishes {
  names: string[];
  sizes: Sizes;
  /** Keep the result in docs/measurements.md. */
  isWritten: boolean;
}

/** Reads the command line; `known` are the benches there are. Throws with what can be said. */
export function wishesOf(words: readonly string[], known: readonly string[]): Wishes {
  const sizeNames = Object.keys(fullSizes) as Array<keyof Sizes>;
  const { values, positionals } = parseArgs({
    args: [...words], allowPositionals: true,
    options: { ...Object.fromEntries(sizeNames.map((name) => [name, { type: 'string' as const }])), quick: { type: 'boolean' }, write: { type: 'boolean' } },
  });
  const given = values as Partial<Record<string, string | boolean>>;
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}; there are ${known.join(', ')}`);
  const sizes = { ...(given['quick'] ? quickSizes : fullSizes) };
  for (const name of sizeNames) {
    if (given[name] === undefined) continue;
    const size = Number(given[name]);
    if (!Number.isInteger(size) || size < 1) throw new Error(`--${name}: a whole number from 1 on`);
    sizes[name] = size;
  }
  return { names: positionals.length > 0 ? [...new Set(positionals)] : [...known], sizes, isWritten: Boolean(given['write']) };
}
