import { unbroken } from '@prongsai/kernel/thai';

/** A Thai text whose official compounds stay on one line (DESIGN 3). */
export function Words({ children }: { children: string }) {
  return <>{unbroken(children).map(({ text, keep }, index) => (keep ? <span className="nb" key={index}>{text}</span> : text))}</>;
}
