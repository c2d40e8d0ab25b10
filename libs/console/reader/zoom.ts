/** Widths of a page as parts of the room it has, in percent; each is a class of reader.css. 100 is as wide as the room. */
export const zoomSteps = [100, 150, 200, 300] as const;
export type Zoom = (typeof zoomSteps)[number];

/** The next larger or smaller width; the ends stay. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom {
  return zoomSteps[Math.min(Math.max(zoomSteps.indexOf(zoom) + by, 0), zoomSteps.length - 1)] as Zoom;
}

export type ReaderAct = 'larger' | 'smaller' | 'fit' | 'next' | 'previous';

/** Keys that work while the pages have focus. */
export const readerShortcuts: readonly { keys: readonly string[]; act: ReaderAct; words: string }[] = [
  { keys: ['+', '='], act: 'larger', words: 'ขยายหน้าเอกสาร' },
  { keys: ['-'], act: 'smaller', words: 'ย่อหน้าเอกสาร' },
  { keys: ['0'], act: 'fit', words: 'ให้หน้าเอกสารพอดีจอ' },
  { keys: ['PageDown'], act: 'next', words: 'หน้าเอกสารถัดไป' },
  { keys: ['PageUp'], act: 'previous', words: 'หน้าเอกสารก่อน' },
];

/** What a key does to the pages; null for every other key, and when it is held together with Ctrl, Alt or Meta. */
export function readerActOf(event: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): ReaderAct | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return readerShortcuts.find(({ keys }) => keys.includes(event.key))?.act ?? null;
}
