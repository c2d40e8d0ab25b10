import { Break } from './break-points';

/** A line of a text: characters `start` to `end` (the spaces it ends with included), and its width without those. */
export interface Line {
  start: number;
  end: number;
  width: number;
}

/** A text ready to be put into lines. */
export interface Measured {
  text: string;
  /** Width of the first `i` characters, in points. */
  ends: Float64Array;
  /** Break points as `breakPoints` gives them. */
  points: Uint8Array;
}

/** The width of a line never decides by less than this: sums of widths carry rounding. */
const SLACK = 0.01;

/**
 * Fills lines from the first to the last, each as full as its width allows.
 *
 * @param widthOf width in points of the line with that index
 * @returns at least one line; every character of the text is in exactly one line
 */
export function fillLines(measured: Measured, widthOf: (index: number) => number): Line[] {
  const lines: Line[] = [];
  let start = 0;
  do {
    const line = nextLine(measured, start, widthOf(lines.length));
    lines.push(line);
    start = line.end;
  } while (start < measured.text.length);
  return lines;
}

/**
 * As `fillLines`, in as many lines, but with the words shared out so that most lines can be stretched to their full
 * width and none is much shorter than the others. All lines but the first must have the same width.
 *
 * @param stretchOf how much a line of those characters can be stretched, in points
 */
export function fillEvenly(measured: Measured, widthOf: (index: number) => number, stretchOf: (line: Line) => number, size: number): Line[] {
  const full = fillLines(measured, widthOf);
  if (full.length < 3 || !full.every((line) => isGoodEnd(measured, line.end))) return full;
  const stops = [0, ...Array.from(measured.points.keys()).filter((at) => at > 0 && isGoodEnd(measured, at))];
  const last = stops.length - 1;
  const best = stops.map((_, index): Choice => ({ cost: index === 0 ? 0 : Infinity, lines: 0, line: null, from: 0 }));
  for (let to = 1; to <= last; to += 1) {
    for (let from = to - 1; from >= 0; from -= 1) {
      const line = { start: stops[from] ?? 0, end: stops[to] ?? 0, width: lineWidth(measured, stops[from] ?? 0, stops[to] ?? 0) };
      const before = best[from];
      const room = widthOf(from === 0 ? 0 : 1);
      if (!before || line.width > Math.max(widthOf(0), widthOf(1)) + SLACK) break;
      if (line.width > room + SLACK) continue;
      const cost = before.cost + (to === last ? 0 : costOf(room - line.width, stretchOf(line), size));
      if (cost < (best[to]?.cost ?? 0)) best[to] = { cost, lines: before.lines + 1, line, from };
    }
  }
  if (best[last]?.lines !== full.length) return full;
  const lines: Line[] = [];
  for (let at = last; at > 0; at = best[at]?.from ?? 0) {
    const line = best[at]?.line;
    if (line) lines.unshift(line);
  }
  return lines;
}

/** The cheapest way to end a line at a place. */
interface Choice {
  cost: number;
  lines: number;
  line: Line | null;
  from: number;
}

/** Stretching costs little, and what it cannot fill costs by its square, in squares of the type size. */
function costOf(free: number, stretch: number, size: number): number {
  const used = stretch > 0 ? Math.min(1, Math.max(0, free) / stretch) : 0;
  const left = Math.max(0, free - stretch) / size;
  return used * used + 4 * left * left;
}

/** As `fillLines` with one width, but with lines of like length: for centred headings. */
export function fillBalanced(measured: Measured, width: number): Line[] {
  const widest = fillLines(measured, () => width);
  if (widest.length === 1) return widest;
  let low = 0;
  let high = width;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    const lines = fillLines(measured, () => middle);
    const fits = lines.length <= widest.length && lines.every((line) => line.width <= middle + SLACK && isGoodEnd(measured, line.end));
    if (fits) high = middle;
    else low = middle;
  }
  return fillLines(measured, () => high);
}

function isGoodEnd({ points }: Measured, end: number): boolean {
  return points[end] === Break.may;
}

function nextLine(measured: Measured, start: number, width: number): Line {
  const { text, points } = measured;
  let best = -1;
  let forced = -1;
  for (let at = start + 1; at <= text.length; at += 1) {
    const fits = lineWidth(measured, start, at) <= width + SLACK;
    if (!fits && (best > 0 || forced > 0 || isClusterEnd(text, at))) {
      if (best < 0 && forced < 0) forced = lastClusterEnd(text, start, at);
      break;
    }
    if (points[at] === Break.may) best = at;
    else if (points[at] === Break.must) forced = at;
  }
  const end = best > 0 ? best : forced > 0 ? forced : text.length;
  return { start, end, width: lineWidth(measured, start, end) };
}

function lineWidth({ text, ends }: Measured, start: number, end: number): number {
  let last = end;
  while (last > start && text.charAt(last - 1) === ' ') last -= 1;
  return (ends[last] ?? 0) - (ends[start] ?? 0);
}

const INSIDE_CLUSTER = /[ะัาำิ-ฺๅ็-๎]/;

function isClusterEnd(text: string, at: number): boolean {
  return at === text.length || !INSIDE_CLUSTER.test(text.charAt(at));
}

/** The last place before `at` where a cluster ends; one cluster always goes on a line, however narrow it is. */
function lastClusterEnd(text: string, start: number, at: number): number {
  let end = at - 1;
  while (end > start && !isClusterEnd(text, end)) end -= 1;
  return end > start ? end : at;
}
