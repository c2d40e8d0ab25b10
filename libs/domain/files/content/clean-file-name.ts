/** Longest name that is kept, in characters. */
const maxCharacters = 180;
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** The extension of a file name in lower case without its dot, or empty; figures alone (`พ.ศ.2569`) are none. */
export function extensionOf(name: string): string {
  return /[^.]\.(?=[0-9]*[a-z])([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function cutTo(text: string, characters: number): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > characters) break;
    kept += segment;
  }
  return kept.trimEnd();
}

/**
 * The name under which a file is kept and offered: as the person gave it, in NFC, without path, control characters,
 * invisible and direction-turning characters (they disguise `gpj.exe`), and leading or trailing dots; at most 180
 * characters, cut between letters with their marks, the extension kept. A name with nothing left becomes `ไฟล์แนบ`.
 */
export function cleanFileName(name: string): string {
  const plain = name
    .replace(/[\p{Zl}\p{Zp}\p{Zs}\t\r\n]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/^.*[/\\]/, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .normalize('NFC');
  if (plain === '') return 'ไฟล์แนบ';
  if (plain.length <= maxCharacters) return plain;
  const tail = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? '';
  return cutTo(plain.slice(0, plain.length - tail.length), maxCharacters - tail.length) + tail;
}
