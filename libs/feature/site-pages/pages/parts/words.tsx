import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';
import { bangkokDay, fiscalYearOf, fiscalYearWindow, formatThaiDate, unbroken, type DateStyle } from '@prongsai/kernel/thai';

/** Markup of titles and labels by their text, for some place names: the same ones stand on page after page. */
interface Book {
  names: readonly string[];
  markup: Map<string, string>;
}

const books = new Map<string, Book>();
const mostBooks = 200;
const mostInBook = 400;
/** Longer texts are seldom drawn twice. */
const longestKept = 300;

function bookOf(names: readonly string[]): Book {
  const key = names.join('\n');
  const book = books.get(key) ?? { names, markup: new Map<string, string>() };
  // Moves to the end: Map keeps the order of insertion.
  books.delete(key);
  books.set(key, book);
  const [oldest] = books.keys();
  if (books.size > mostBooks && oldest !== undefined) books.delete(oldest);
  return book;
}

/** The book of the page that is being drawn; its place names stay whole like the official compounds. */
let open: Book = { names: [], markup: new Map() };

/** Draws while `names` stay whole; drawing is one synchronous act, so that no other page comes between. */
export function withPlaceNames<T>(names: readonly string[], draw: () => T): T {
  const before = open;
  open = bookOf(names);
  try {
    return draw();
  } finally {
    open = before;
  }
}

/** Between these words and the figure behind them a line must not end (DESIGN 3): พ.ศ. 2569, แบบ สขร. 1. */
const figureFollows = /(พ\.ศ\.|สขร\.|มาตรา|ครั้งที่|ไตรมาสที่|เลขที่|รอบ) (?=[\d๐-๙])|(แบบ) (?=สขร\.)/g;

/** Enough between tags, where this markup stands. */
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };

function markupOf(text: string): string {
  const kept = text.replace(figureFollows, (_, before: string | undefined, form: string | undefined) => `${before ?? form}\u00a0`);
  return unbroken(kept, open.names)
    .map(({ text: piece, keep }) => {
      const escaped = piece.replace(/[&<"]/g, (letter) => escapes[letter] ?? letter);
      return keep ? `<span class="nb">${escaped}</span>` : escaped;
    })
    .join('');
}

/** A title or sentence whose official compounds and place names are not broken between lines (DESIGN 3). */
export function Words({ text }: { text: string }): VNode {
  const { markup } = open;
  const known = markup.get(text);
  if (known !== undefined) return jsxTemplate([known]);
  const made = markupOf(text);
  if (text.length <= longestKept) {
    if (markup.size >= mostInBook) markup.clear();
    markup.set(text, made);
  }
  return jsxTemplate([made]);
}

/** Plain text of several lines: an empty line parts paragraphs, a single one breaks the line. Nothing in it is markup. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*\n+/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p>{paragraph.trim().split('\n').map((line, index) => [index > 0 ? <br /> : null, <Words text={line} />])}</p>
      ))}
    </>
  );
}

/** A calendar day (`YYYY-MM-DD`) or the day of an instant, in the Buddhist era. */
export function Day({ at, style = 'long' }: { at: string | Date; style?: DateStyle }) {
  const day = typeof at === 'string' ? at : bangkokDay(at);
  return <time dateTime={day}>{formatThaiDate(day, style)}</time>;
}

/** The first and last day of what data cover: `1–31 มกราคม 2569`; a whole fiscal year is named as one, with its days unless `isBrief`. */
export function DayRange({ from, until, style = 'long', isBrief = false }: { from: string; until: string; style?: DateStyle; isBrief?: boolean }) {
  if (from === until) return <Day at={from} style={style} />;
  if (from.slice(0, 7) === until.slice(0, 7)) {
    return (
      <span class="nb">
        <time dateTime={from}>{Number(from.slice(8))}</time>–<Day at={until} style={style} />
      </span>
    );
  }
  const fiscalYear = fiscalYearOf(from);
  const whole = fiscalYearWindow(fiscalYear);
  const days = (
    <>
      <Day at={from} style={style} /> ถึง <Day at={until} style={style} />
    </>
  );
  if (from !== whole.from || until !== whole.until) return days;
  if (isBrief) return <Words text={`ปีงบประมาณ ${fiscalYear}`} />;
  return (
    <>
      <span class="nb">ปีงบประมาณ</span> {fiscalYear} ({days})
    </>
  );
}

/** A day as the first thing of a row: the figure large, month and year below it. */
export function DayBox({ at }: { at: Date }) {
  const day = bangkokDay(at);
  const [figure, ...rest] = formatThaiDate(day, 'short').split('\u00a0');
  return (
    <time dateTime={day}>
      <b>{figure}</b> {rest.join('\u00a0')}
    </time>
  );
}
