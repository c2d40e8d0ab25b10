import { type Glossary, thaiWords } from './thai-words';

/** May a line end before this character? `must` is used only when a word alone is wider than a line. */
export const Break = { never: 0, must: 1, may: 2 } as const;
type BreakKind = (typeof Break)[keyof typeof Break];

const TOKENS = /(?<space>[ \u2000-\u200a\u3000]+)|(?<url>(?:https?:\/\/|www\.)[!-;=?-~]+|[\w.+-]+@[\w.-]+)|(?<thai>[ก-ฮะ-ฺเ-ๅ็-๎]+)|(?<tail>ฯลฯ|[ๆฯ])|(?<digits>[๐-๙]+)|(?<latin>[A-Za-z0-9]+)|(?<sign>[^])/gu;

const OPENS = /[([{“‘«<]$/u;
const CLOSES = /^[)\]}”’»>,.:;!?%…ๆฯ\-–—]/u;
const THAI_LETTER = /[ก-ฮะ-ฺเ-ๅ็-๎]/;

const MONTHS = 'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม';
const NUMBER = '[๐-๙0-9]{1,12}';
/** A number stays with the word that it counts or that names it: พ.ศ. ๒๕๖๐, มาตรา ๙, ๒ คน, ๔ MB, ๗ ตุลาคม ๒๕๖๓. */
const HOLDS_TOGETHER = new RegExp(
  [
    `(?:พ\\.ศ\\.|มาตรา|ข้อ|ที่|โทร\\.?|MOIT|[Vv]ersion|เวอร์ชัน|รอบ|จำนวน|ละ|ฉบับ) (?=${NUMBER})`,
    `${NUMBER} (?:${MONTHS})(?: (?:พ\\.ศ\\. ?)?${NUMBER})?`,
    `${NUMBER} (?:MB|KB|GB|คน|วัน|เดือน|ปี|ครั้ง|เรื่อง|รายการ|ชุด|น\\.)`,
  ].join('|'),
  'gu',
);

interface Token {
  kind: 'space' | 'url' | 'thai' | 'tail' | 'digits' | 'latin' | 'sign';
  text: string;
  at: number;
}

/**
 * Where the lines of a text may end: `result[i]` says it of the place before character `i`. Never inside a Thai word,
 * a number or a Latin word; never before closing punctuation, ๆ or ฯ; never after an opening bracket; inside a web
 * address only after a stroke. Spaces stay at the end of the line before.
 */
export function breakPoints(text: string, glossary: Glossary): Uint8Array {
  const points = new Uint8Array(text.length + 1);
  const tokens = tokenize(text);
  tokens.forEach((token, index) => {
    if (index > 0) points[token.at] = breakBetween(tokens, index);
    if (token.kind === 'thai') markWords(points, token, glossary);
    if (token.kind === 'url') markAddress(points, token);
    if (token.kind === 'latin') points.fill(Break.must, token.at + 1, token.at + token.text.length);
  });
  for (const held of text.matchAll(HOLDS_TOGETHER)) {
    for (let at = held.index + 1; at <= held.index + held[0].length; at += 1) {
      if (text.charAt(at - 1) === ' ') points[at] = Math.min(points[at] ?? 0, Break.must);
    }
  }
  points[text.length] = Break.may;
  return points;
}

function tokenize(text: string): Token[] {
  return Array.from(text.matchAll(TOKENS), (match) => {
    const kind = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined)?.[0] ?? 'sign';
    return { kind: kind as Token['kind'], text: match[0], at: match.index };
  });
}

function breakBetween(tokens: readonly Token[], index: number): BreakKind {
  const before = tokens[index - 1];
  const after = tokens[index];
  if (!before || !after || after.kind === 'space') return Break.never;
  if (CLOSES.test(after.text)) return Break.never;
  if (before.kind === 'space') return OPENS.test(tokens[index - 2]?.text ?? '') ? Break.never : Break.may;
  if (OPENS.test(before.text)) return Break.never;
  const isWordBefore = before.kind === 'thai' || before.kind === 'latin' || before.kind === 'tail' || before.kind === 'url' || /[)\]”’]$/u.test(before.text);
  if (OPENS.test(after.text)) return isWordBefore && before.text !== ')' ? Break.may : Break.must;
  if (after.kind === 'thai') {
    if (before.text === '/') return THAI_LETTER.test(tokens[index - 2]?.text ?? '') ? Break.may : Break.must;
    return isWordBefore ? Break.may : Break.must;
  }
  return after.kind === 'latin' || after.kind === 'url' ? (isWordBefore && before.kind !== 'latin' ? Break.may : Break.must) : Break.must;
}

function markWords(points: Uint8Array, token: Token, glossary: Glossary): void {
  let at = token.at;
  for (const word of thaiWords(token.text, glossary)) {
    if (at > token.at) points[at] = Break.may;
    at += word.length;
  }
}

function markAddress(points: Uint8Array, token: Token): void {
  for (let index = 1; index < token.text.length; index += 1) {
    const before = token.text.charAt(index - 1);
    if (CLOSES.test(token.text.charAt(index))) continue;
    const isPathStroke = before === '/' && token.text.charAt(index) !== '/' && token.text.charAt(index - 2) !== '/' && token.text.charAt(index - 2) !== ':';
    points[token.at + index] = isPathStroke && index > 8 && token.text.length - index > 3 ? Break.may : Break.must;
  }
}
