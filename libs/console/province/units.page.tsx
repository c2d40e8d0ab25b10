import type { NetworkTenantLine } from '@prongsai/kernel/contracts';
import { compareThai, normaliseThai } from '@prongsai/kernel/thai';
import { tenantKinds, tenantStates, type TenantState } from '@prongsai/kernel/workflow';
import { Empty, networkKey, networkPath, PageHead, readWhole, Reading, SelectField, StatusTag, TextField, useFilters, usePlace, useSession, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { kindLabel, label, stateLabel } from './labels';
import { useMayOpen } from './opening-frame';

const stateShapes: Record<TenantState, 'soon' | 'done' | 'late' | 'na'> = { setting_up: 'soon', live: 'done', suspended: 'late', archived: 'na' };

/** Every unit of the network with the state of its site; those being set up come first, with the way to go on. */
export function UnitsPage() {
  const { network } = usePlace();
  const networkName = useSession().networks.find(({ slug }) => slug === network)?.name ?? network;
  const mayOpen = useMayOpen(network);
  const [wanted, choose] = useFilters(['state', 'kind', 'text']);
  const query = useQuery({ queryKey: networkKey(network, 'tenants'), queryFn: ({ signal }) => readWhole<NetworkTenantLine>(networkPath(network, 'tenants'), signal) });
  const units = query.data ?? [];
  const text = normaliseThai(wanted.text);
  const shown = units
    .filter((unit) => (!wanted.state || unit.state === wanted.state) && (!wanted.kind || unit.kind === wanted.kind) && (!text || normaliseThai([unit.name, unit.shortName, unit.district].join(' ')).includes(text)))
    .sort((a, b) => Number(b.state === 'setting_up') - Number(a.state === 'setting_up') || tenantKinds.indexOf(a.kind) - tenantKinds.indexOf(b.kind) || compareThai(a.shortName, b.shortName));
  const opening = units.filter(({ state }) => state === 'setting_up').length;
  const openLink = mayOpen && <Link className="btn" to={`/n/${network}/open`}>{label('units.open')}</Link>;
  return (
    <>
      <PageHead title={label('units.title')} unit={networkName} crumbs={[{ text: label('province.title'), to: `/n/${network}` }]} actions={openLink} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="หน่วยงาน">
        {units.length === 0 ? <Empty action={openLink}>ยังไม่มีหน่วยงานในเครือข่าย เปิดหน่วยงานแรก แล้วหน่วยงานตั้งค่าต่อเองได้</Empty> : (
          <div className="stack">
            <div className="filters" role="group" aria-label={label('filter.title')}>
              <SelectField path="state" label={label('filter.state')} value={wanted.state} onChange={(state) => choose({ state })} empty={label('filter.state.all')} choices={tenantStates.map((value) => ({ value, label: stateLabel(value) }))} />
              <SelectField path="kind" label={label('filter.kind')} value={wanted.kind} onChange={(kind) => choose({ kind })} empty={label('filter.kind.all')} choices={tenantKinds.map((value) => ({ value, label: kindLabel(value) }))} />
              <TextField path="text" label={label('filter.text')} value={wanted.text} onChange={(value) => choose({ text: value })} />
            </div>
            <p role="status"><Words>{`แสดง ${shown.length} จาก ${units.length} หน่วยงาน${opening > 0 ? ` · กำลังเตรียมเปิด ${opening} หน่วยงาน` : ''}`}</Words></p>
            {shown.length === 0 ? <Empty>ไม่มีหน่วยงานตามตัวกรองนี้</Empty> : (
              <table className="t fold list">
                <caption className="vh">หน่วยงานในเครือข่าย</caption>
                <thead><tr><th scope="col">{label('province.unit')}</th><th scope="col">{label('unit.state')}</th><th scope="col">{label('unit.district')}</th><th scope="col">Web Master</th><th scope="col"><span className="vh">{label('board.act')}</span></th></tr></thead>
                <tbody>
                  {shown.map((unit) => (
                    <tr key={unit.slug}>
                      <th scope="row"><Link to={`/n/${network}/units/${unit.slug}`}><Words>{unit.name}</Words></Link></th>
                      <td><StatusTag shape={stateShapes[unit.state]}>{stateLabel(unit.state)}</StatusTag> {unit.frozen && <StatusTag shape="late">{label('province.frozen')}</StatusTag>}</td>
                      <td data-label={label('unit.district')}>{unit.district ?? '–'}</td>
                      <td data-label="Web Master"><span className={unit.webMasters < 2 ? 'bad' : ''}>{`${unit.webMasters} คน`}</span></td>
                      <td>{unit.state === 'setting_up' ? mayOpen && <Link className="btn sec small" to={`/n/${network}/open/${unit.slug}`}>{label('units.continue')}<span className="vh"> {unit.name}</span></Link> : <a href={unit.siteUrl} target="_blank" rel="noreferrer">{label('units.site')}<span className="vh"> {unit.name}</span></a>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        )}
      </Reading>
    </>
  );
}
