import { openSentence, openWord, weekSentence, type StatusWord } from '@prongsai/kernel/thai';
import { Words } from '../parts/words';
import { openFacts, type HoursFacts } from './hours-facts';

/** A status: word, shape and colour, in that order of weight (DESIGN 2). */
export function StatusTag({ status }: { status: StatusWord }) {
  return <span class={`tag ${status.shape}`}><Words text={status.word} /></span>;
}

/** Whether the unit is open now, for the head of its call card; nothing when it has entered no hours. */
export function OpenTag({ facts }: { facts: HoursFacts }) {
  const open = openFacts(facts);
  return open ? <StatusTag status={openWord(open.state, open.now)} /> : null;
}

/** The ordinary hours, and what is different today; nothing when the unit has entered none. */
export function HoursLines({ facts }: { facts: HoursFacts }) {
  const open = openFacts(facts);
  if (!open) return null;
  const week = weekSentence(open.opening.weekly, open.opening.note);
  const today = openSentence(open.state, open.now);
  return (
    <>
      {today ? <p class="sm"><Words text={today} /></p> : null}
      {week ? <p class="sm muted"><Words text={week} /></p> : null}
    </>
  );
}

/** What people should bring, when the unit wrote it down. */
export function BeforeComing({ facts: { hours }, self }: { facts: HoursFacts; self: string }) {
  const hints = hours.opening?.hints ?? [];
  if (hints.length === 0) return null;
  return (
    <section class="call" aria-labelledby="before">
      <h2 id="before">ก่อนมา{self}</h2>
      <ul class="ticks">
        {hints.map((hint) => <li><Words text={hint} /></li>)}
      </ul>
    </section>
  );
}
