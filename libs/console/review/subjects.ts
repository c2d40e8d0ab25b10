import type { RequestLine } from '@prongsai/kernel/contracts';

/** What this person can decide now, the longest waiting first; what waits in the browser to be sent is decided already. */
export function subjectsOf(lines: readonly RequestLine[], held: ReadonlySet<string>): RequestLine[] {
  return lines
    .filter((line) => line.state === 'submitted' && (line.abilities['approve']?.allowed ?? false) && !held.has(line.id))
    .sort((a, b) => (sentAt(a) === sentAt(b) ? (a.id < b.id ? -1 : 1) : sentAt(a) < sentAt(b) ? -1 : 1));
}

/** Where one stands: `เรื่องที่ 2 จาก 3` counts those decided in this sitting too; null outside the queue. */
export function placeOf(subjects: readonly Pick<RequestLine, 'id'>[], id: string, decidedBefore: number): { at: number; of: number } | null {
  const index = subjects.findIndex((one) => one.id === id);
  return index < 0 ? null : { at: decidedBefore + index + 1, of: decidedBefore + subjects.length };
}

/** The subject before or after `id`; after a decision the first one behind it, else the first that is left; null when none is. */
export function neighbour<T extends Pick<RequestLine, 'id'>>(subjects: readonly T[], id: string, by: 1 | -1): T | null {
  const index = subjects.findIndex((one) => one.id === id);
  return subjects[index + by] ?? null;
}

export function afterDeciding<T extends Pick<RequestLine, 'id'>>(subjects: readonly T[], id: string): T | null {
  return neighbour(subjects, id, 1) ?? subjects.find((one) => one.id !== id) ?? null;
}

function sentAt(line: RequestLine): string {
  return line.submittedAt ?? line.createdAt;
}
