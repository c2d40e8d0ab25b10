import { PageHead, Reading, usePlace, useSession } from '@prongsai/console/ui';
import { label } from './labels';
import { UnitSummary, useUnitSummary } from './unit-summary';

/** One unit of the network by itself: what stands beside the table on a wide screen. */
export function NetworkUnitPage() {
  const { network, id } = usePlace();
  const networkName = useSession().networks.find(({ slug }) => slug === network)?.name;
  const { data, isPending, error, refetch } = useUnitSummary(network, id);
  return (
    <>
      <PageHead key={id} title={data?.tenant.name ?? label('province.unit')} here={data?.tenant.shortName ?? id} unit={networkName} crumbs={[{ text: label('province.title'), to: `/n/${network}` }]}
        actions={data?.tenant.state === 'live' && <a className="btn sec small" href={data.tenant.siteUrl} target="_blank" rel="noreferrer">{label('unit.site')}</a>} />
      <Reading isPending={isPending} error={error} onRetry={() => void refetch()} what="หน่วยงาน">
        {data && <div className="card stack unit-card"><UnitSummary network={network} unit={data} /></div>}
      </Reading>
    </>
  );
}
