import type { RoundView } from '@prongsai/kernel/contracts';
import { bangkokDay } from '@prongsai/kernel/thai';
import { daysLeftText, dayOfText, dayText, reportName, weekendText, Words } from '@prongsai/console/ui';
import { label } from './labels';
import { yearCalendar, type DueMark } from './year-calendar';

const wordsOf = ({ title, fiscalYear }: { title: string; fiscalYear: number }, year: number) => reportName({ roundTitle: title, ...(fiscalYear === year ? {} : { fiscalYear }) });
const lineHeight = 24;
const barTop = 90;

/** The fiscal year as a bar with today and the due days; the same as a list, which is what phones and screen readers get. */
export function YearBar({ fiscalYear, now, rounds }: { fiscalYear: number; now: Date; rounds: readonly RoundView[] }) {
  const { todayAt, months, marks } = yearCalendar(fiscalYear, now, rounds);
  const next = marks.find(({ left }) => left >= 0) ?? null;
  const todayLeft = todayAt > 12;
  return (
    <section className="year" aria-label={`${label('province.year')} ${fiscalYear}`}>
      <svg className="year-bar" width="100%" height="134" aria-hidden="true" focusable="false">
        <rect className="yb-all" x="0" y={barTop} width="100%" height="10" rx="5" />
        <rect className="yb-past" x="0" y={barTop} width={`${todayAt}%`} height="10" rx="5" />
        {months.map(({ name, at }) => <text key={name} className="yb-month" x={`${at}%`} y="122">{name}</text>)}
        <line className="yb-today" x1={`${todayAt}%`} x2={`${todayAt}%`} y1="0" y2={barTop + 12} />
        <text className="yb-today-t" x={`${todayAt}%`} dx={todayLeft ? -8 : 8} y="15" textAnchor={todayLeft ? 'end' : 'start'}>{`${label('province.today')} ${dayText(bangkokDay(now))}`}</text>
        {marks.map((mark) => <DueFlag key={mark.id} mark={mark} isNext={mark === next} words={flagWords(mark, fiscalYear, now, mark === next)} />)}
      </svg>
      <ul className="plain dues">
        {marks.map((mark) => (
          <li key={mark.id} className={mark === next ? 'note soon' : ''}>
            <Words>{`${dayOfText(mark.dueAt)} ${wordsOf(mark, fiscalYear)} ${mark.left < 0 ? 'ครบกำหนดแล้ว' : daysLeftText(mark.dueAt, now)}`}</Words>
          </li>
        ))}
      </ul>
      {next && weekendText(next.dueAt) && <p className="sm weekend"><Words>{`${dayOfText(next.dueAt)} ${weekendText(next.dueAt)}`}</Words></p>}
    </section>
  );
}

function flagWords(mark: DueMark, fiscalYear: number, now: Date, isNext: boolean): string {
  return `${dayOfText(mark.dueAt)} ${wordsOf(mark, fiscalYear)}${isNext ? ` ${daysLeftText(mark.dueAt, now)}` : ''}`;
}

function DueFlag({ mark, isNext, words }: { mark: DueMark; isNext: boolean; words: string }) {
  const top = mark.left < 0 ? barTop - 8 : mark.line * lineHeight - lineHeight + 14;
  const x = `${mark.at}%`;
  return (
    <g className={isNext ? 'yb-due next' : mark.left < 0 ? 'yb-due past' : 'yb-due'}>
      <line x1={x} x2={x} y1={top} y2={barTop + 12} />
      {/* What is over keeps its tick; its words stand in the list, out of today's way. */}
      {mark.left >= 0 && <text x={x} dx={mark.side === 'left' ? -8 : 8} y={top + 17} textAnchor={mark.side === 'left' ? 'end' : 'start'}>{words}</text>}
    </g>
  );
}
