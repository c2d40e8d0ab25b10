import { Refusal } from '@prongsai/kernel/core';

/** A page of a list, as the API answers it. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The page made of `limit + 1` fetched rows: the row too many tells that there is a next page. */
export function pageOfRows<T>(rows: T[], limit: number, cursorOf: (last: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}

/** A cursor is the sort key of the last row, encoded so that nobody relies on its shape. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a cursor. Throws BAD_REQUEST when the text is not one of ours with `count` parts. */
export function decodeCursor(cursor: string, count: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parts) && parts.length === count && parts.every((part) => typeof part === 'string')) return parts as string[];
  } catch {
    // Falls through to the refusal.
  }
  throw new Refusal('BAD_REQUEST', { detail: 'ตำแหน่งของหน้าถัดไปไม่ถูกต้อง เริ่มดูรายการใหม่จากหน้าแรก' });
}
