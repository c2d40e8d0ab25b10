const units: ReadonlyArray<[seconds: number, name: string]> = [[86_400, 'วัน'], [3_600, 'ชั่วโมง'], [60, 'นาที'], [1, 'วินาที']];

/**
 * How late something came after a due instant, in its two largest units, to the second: `ช้า 2 วัน 3 ชั่วโมง`, `ช้า 1 วินาที`.
 * The due instant is the last second in time, so what comes within it is not late; null then.
 */
export function latenessText(dueAt: string, at: Date): string | null {
  let seconds = Math.floor((at.getTime() - new Date(dueAt).getTime()) / 1_000);
  if (seconds < 1) return null;
  const parts: string[] = [];
  for (const [size, name] of units) {
    const count = Math.floor(seconds / size);
    seconds -= count * size;
    if (count > 0) parts.push(`${count}\u00a0${name}`);
    else if (parts.length > 0) break;
  }
  return `ช้า ${parts.slice(0, 2).join(' ')}`;
}
