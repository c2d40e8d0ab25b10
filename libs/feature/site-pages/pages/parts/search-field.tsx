import { Icon } from './icons';
import { Words } from './words';

/** The longest question that is read. */
export const longestQuestion = 100;

/** A form that asks the unit's search; works without script. `name` tells forms of one page apart. */
export function SearchField({ name, label, question = '', isLabelShown = false, hint }: { name: string; label: string; question?: string; isLabelShown?: boolean; hint?: string }) {
  return (
    <form class="find" method="get" action="/search" role="search" aria-label={label}>
      <label class={isLabelShown ? undefined : 'vh'} for={name}>
        <Words text={label} />
      </label>
      <div class="ask">
        <input class="in" id={name} name="q" type="search" value={question} maxLength={longestQuestion} placeholder={hint} />
        <button class="btn gold" type="submit">
          <Icon name="search" />
          <span>ค้นหา</span>
        </button>
      </div>
    </form>
  );
}
