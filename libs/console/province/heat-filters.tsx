import { SelectField, TextField } from '@prongsai/console/ui';
import type { TenantKind } from '@prongsai/kernel/workflow';
import { onlys, orders, type Wanted } from './heat';
import { kindLabel, label } from './labels';

/** Order and filters of the table; every choice stands in the address. On a phone they fold away. */
export function HeatFilters({ wanted, kinds, onChange, folded }: { wanted: Wanted; kinds: readonly TenantKind[]; onChange: (change: Partial<Wanted>) => void; folded: boolean }) {
  const isNarrowed = wanted.kind !== '' || wanted.only !== '' || wanted.text !== '';
  const fields = (
    <div className="filters noprint" role="group" aria-label={label('filter.title')}>
      <SelectField path="order" label={label('filter.order')} value={wanted.order || 'need'} onChange={(order) => onChange({ order: order === 'need' ? '' : order })} choices={orders.map((value) => ({ value, label: label(`filter.order.${value}`) }))} />
      <SelectField path="kind" label={label('filter.kind')} value={wanted.kind} onChange={(kind) => onChange({ kind })} empty={label('filter.kind.all')} choices={kinds.map((value) => ({ value, label: kindLabel(value) }))} />
      <SelectField path="only" label={label('filter.only')} value={wanted.only} onChange={(only) => onChange({ only })} empty={label('filter.only.all')} choices={onlys.map((value) => ({ value, label: label(`filter.only.${value}`) }))} />
      <TextField path="text" label={label('filter.text')} value={wanted.text} onChange={(text) => onChange({ text })} />
      {isNarrowed && <button type="button" className="btn quiet small" onClick={() => onChange({ kind: '', only: '', text: '' })}>{label('filter.clear')}</button>}
    </div>
  );
  if (!folded) return fields;
  return <details className="narrow-filters noprint" open={isNarrowed}><summary>{label('filter.title')}</summary>{fields}</details>;
}
