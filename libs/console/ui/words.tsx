import { unbroken } from '@prongsai/kernel/thai';
import { heldTogether } from './held-together';
import { language } from './language';

const thaiLetters = /[ก-๛]/;

/** A Thai text whose official compounds stay on one line (DESIGN 3). One element, so that it is one item in a row. */
export function Words({ children }: { children: string }) {
  return <span {...(language() === 'en' && thaiLetters.test(children) ? { lang: 'th' } : {})}>{unbroken(heldTogether(children)).map(({ text, keep }, index) => (keep ? <span className="nb" key={index}>{text}</span> : text))}</span>;
}
