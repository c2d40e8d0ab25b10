import type { RequestView } from '@prongsai/kernel/contracts';
import { today, Words } from '@prongsai/console/ui';
import { label } from './labels';
import { momentsOf } from './moments';

/** The steps of the framework with what happened at each. */
export function Story({ request }: { request: RequestView }) {
  return (
    <section className="card" aria-labelledby="story">
      <h2 id="story" className="small-h">{label('story.title')}</h2>
      <ol className="story plain">
        {momentsOf(request, today()).map(({ step, mark, text, note }) => (
          <li key={step} className={mark} {...(mark === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <b><Words>{label(`story.${step}`)}</Words></b>
            <p className="sm"><Words>{text}</Words></p>
            {note && <p className="reason pre"><Words>{note}</Words></p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
