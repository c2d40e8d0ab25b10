import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { bangkokDay, fiscalYearOf, fiscalYearWindow, formatThaiDate, unbroken, type DateStyle } from '@prongsai/kernel/thai';

/** Place names of the unit whose page is drawn; they stay whole like the official compounds. */
export const PlaceNames = createContext<readonly string[]>([]);

/** Between these words and the figure behind them a line must not end (DESIGN 3): พ.ศ. 2569, แบบ สขร. 1. */
const figureFollows = /(พ\.ศ\.|สขร\.|มาตรา|ครั้งที่|ไตรมาสที่|เลขที่|รอบ) (?=[\d๐-๙])|(แบบ) (?=สขร\.)/g;

/** A title or sentence whose official compounds and place names are not broken between lines (DESIGN 3). */
export function Words({ text }: { text: string }) {
  const names = useContext(PlaceNames);
  const kept = text.replace(figureFollows, (_, before: string | undefined, form: string | undefined) => `${before ?? form}\u00a0`);
  return <>{unbroken(kept, names).map(({ text: piece, keep }) => (keep ? <span class="nb">{piece}</span> : piece))}</>;
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
