import { Loading, ProblemNote, Words } from '@prongsai/console/ui';
import { label } from './labels';
import { UnitSummary, useUnitSummary } from './unit-summary';

/** The unit chosen in the table, beside it. A change of unit is told, while the focus stays in the table. */
export function UnitPanel({ network, slug }: { network: string; slug: string }) {
  const { data, isPending, error, refetch } = useUnitSummary(network, slug);
  return (
    <aside className="card stack unit-card" aria-labelledby="chosen-unit">
      <div className="row between tight">
        <p className="sm muted">{label('unit.chosen')}</p>
        {data?.tenant.state === 'live' && <a className="sm" href={data.tenant.siteUrl} target="_blank" rel="noreferrer">{label('unit.site')}</a>}
      </div>
      <h2 id="chosen-unit" aria-live="polite">{data ? <Words>{data.tenant.shortName}</Words> : slug}</h2>
      {error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : isPending ? <Loading what="หน่วยงาน" /> : <UnitSummary network={network} unit={data} />}
    </aside>
  );
}
