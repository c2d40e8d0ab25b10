import type { ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Label and value pairs; what is empty is left out. `narrow` keeps label above value. */
export function Facts({ items, narrow = false }: { items: readonly (Fact | null | false)[]; narrow?: boolean }) {
  const shown = items.filter((item): item is Fact => Boolean(item) && (item as Fact).value !== null && (item as Fact).value !== '');
  return <dl className={narrow ? 'dl narrow' : 'dl'}>{shown.map(({ label, value }) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}
