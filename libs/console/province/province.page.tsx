import type { NetworkCompliance, NetworkTenantLine, RoundView } from '@prongsai/kernel/contracts';
import { callApi, daysLeft, Empty, momentText, networkKey, networkPath, PageHead, PlainButton, readWhole, Reading, reportName, useFilters, useMedia, usePlace, useSession, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { figuresOf, unitsWanted, type UnitRow } from './heat';
import { HeatFilters } from './heat-filters';
import { HeatLegend, HeatRows, HeatTable } from './heat-table';
import { label } from './labels';
import { UnitPanel } from './unit-panel';
import { YearBar } from './year-bar';

const filterKeys = ['order', 'kind', 'only', 'text', 'unit'] as const;

/** One look tells who needs help before the next date. */
export function ProvincePage() {
  const { network } = usePlace();
  const name = useSession().networks.find(({ slug }) => slug === network)?.name ?? network;
  const query = useQuery({ queryKey: networkKey(network, 'compliance'), queryFn: ({ signal }) => callApi<NetworkCompliance>('GET', networkPath(network, 'compliance'), undefined, signal) });
  const rounds = useQuery({ queryKey: networkKey(network, 'rounds'), queryFn: ({ signal }) => readWhole<RoundView>(networkPath(network, 'rounds'), signal) });
  const { data } = query;
  return (
    <div className="province">
      <PageHead title={label('province.title')} unit={name} under={<Words>{data ? `${name} · ปีงบประมาณ ${data.fiscalYear} · ข้อมูล ณ ${momentText(data.at)}` : name}</Words>}
        actions={<div className="noprint"><PlainButton tone="sec" size="small" onClick={() => window.print()}>{label('province.print')}</PlainButton></div>} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="ภาพรวม">
        {data && <Overview network={network} data={data} rounds={rounds.data ?? []} />}
      </Reading>
    </div>
  );
}

function Overview({ network, data, rounds }: { network: string; data: NetworkCompliance; rounds: RoundView[] }) {
  const now = new Date(data.at);
  const byDue = [...rounds].sort((a, b) => (a.dueToProvinceAt < b.dueToProvinceAt ? -1 : 1));
  const next = byDue.find(({ fiscalYear, dueToProvinceAt }) => fiscalYear === data.fiscalYear && daysLeft(dueToProvinceAt, now) >= 0) ?? null;
  if (data.items.length === 0) return <Empty action={<Link className="btn" to={`/n/${network}/units`}>{label('units.title')}</Link>}>ยังไม่มีหน่วยงานในเครือข่าย เมื่อเปิดหน่วยงานแล้ว ข้อกำหนดของทุกหน่วยงานจะอยู่ที่นี่</Empty>;
  return (
    <div className="stack">
      <YearBar fiscalYear={data.fiscalYear} now={now} rounds={rounds} />
      <Figures data={data} round={next} network={network} />
      <Matrix network={network} data={data} />
    </div>
  );
}

function Matrix({ network, data }: { network: string; data: NetworkCompliance }) {
  const [wanted, choose] = useFilters(filterKeys);
  const units = useQuery({ queryKey: networkKey(network, 'tenants'), staleTime: 300_000, queryFn: ({ signal }) => readWhole<NetworkTenantLine>(networkPath(network, 'tenants'), signal) });
  const hasTable = useMedia('(min-width: 1000px), print');
  const hasPanel = useMedia('(min-width: 1240px)');
  const districts = new Map(units.data?.map(({ slug, district }) => [slug, district]));
  const rows = unitsWanted(data.items, wanted, (slug) => districts.get(slug) ?? null);
  const kinds = [...new Set(data.items.map(({ tenant }) => tenant.kind))];
  const chosen = hasPanel ? (rows.find(({ tenant }) => tenant.slug === wanted.unit) ?? rows[0])?.tenant.slug ?? '' : '';
  const { unit: _unit, ...kept } = wanted;
  const search = (slug: string) => Object.fromEntries(Object.entries({ ...kept, unit: slug }).filter(([, value]) => value !== ''));
  const linkTo = (slug: string) => (hasPanel ? { to: `/n/${network}`, search: search(slug) } : { to: `/n/${network}/units/${slug}` });
  return (
    <div className={chosen ? 'matrix beside' : 'matrix'}>
      <section className="card stack-s" aria-labelledby="heat">
        <h2 id="heat">{label('province.table')}</h2>
        <HeatFilters wanted={wanted} kinds={kinds} onChange={choose} folded={!hasTable} />
        <p role="status"><Words>{sentenceOf(rows, data.items.length)}</Words></p>
        <HeatLegend />
        {rows.length === 0 ? <Empty>ไม่มีหน่วยงานตามตัวกรองนี้ ล้างตัวกรองเพื่อดูทุกหน่วยงาน</Empty>
          : hasTable ? <HeatTable network={network} requirements={data.requirements} rows={rows} chosen={chosen} linkTo={linkTo} />
          : <HeatRows requirements={data.requirements} rows={rows} linkTo={linkTo} />}
      </section>
      {chosen && <UnitPanel network={network} slug={chosen} />}
    </div>
  );
}

/** The sentence before the picture (DESIGN 8). */
function sentenceOf(rows: readonly UnitRow[], all: number): string {
  const { sound, total } = figuresOf(rows, null);
  return `${sound} จาก ${total} หน่วยงานไม่มีข้อขาดหรือเกินกำหนด${total < all ? ` (แสดง ${total} จากทั้งหมด ${all})` : ''}`;
}

function Figures({ data, round, network }: { data: NetworkCompliance; round: RoundView | null; network: string }) {
  const { total, sound, reported, staffed, overdue, overdueUnits } = figuresOf(data.items, round?.round ?? null);
  const only = (value: string) => ({ to: `/n/${network}`, search: { only: value } as never, hash: 'heat' });
  const board = (state: string) => ({ to: `/n/${network}/reports`, search: { round: round ? `${round.fiscalYear}.${round.round}` : '', state } as never });
  const roundName = round ? reportName({ roundTitle: round.title }) : '';
  return (
    <section aria-label={label('province.figures')}>
      <ul className="plain kpis">
        <Figure count={sound} total={total} text="หน่วยงานไม่มีข้อขาดหรือเกินกำหนด" link={only('sound')} rest={total - sound} restText={`อีก ${total - sound} หน่วยงานต้องช่วย`} restLink={only('gaps')} />
        {round && <Figure count={reported} total={total} text={`หน่วยงานส่ง${roundName}แล้ว`} link={board('arrived')} rest={total - reported} restText={`ยังไม่ส่ง ${total - reported} หน่วยงาน`} restLink={board('notSent')} />}
        <Figure count={staffed} total={total} text="มี Web Master อย่างน้อย 2 คน" rest={total - staffed} restText={`ขาด ${total - staffed} หน่วยงาน ต้องแต่งตั้งเพิ่ม`} restLink={only('staff')} warn={staffed < total} />
        <Figure count={overdue} unit="ข้อ" text="เกินกำหนดแล้วยังไม่ปรับปรุงหรือนำลง" rest={overdueUnits} restText={`อยู่ใน ${overdueUnits} หน่วยงาน`} restLink={only('overdue')} warn={overdue > 0} />
      </ul>
    </section>
  );
}

type FigureLink = { to: string; search: never; hash?: string };

/** A number of so many, what it counts, and what is left; each opens its list, and nought opens none. */
function Figure({ count, total, unit, text, link, rest, restText, restLink, warn = false }: {
  count: number; total?: number; unit?: string; text: string; link?: FigureLink; rest: number; restText: string; restLink: FigureLink; warn?: boolean;
}) {
  return (
    <li className={warn ? 'kpi warn' : 'kpi'}>
      <p className="v"><b>{count}</b> {total === undefined ? unit : `จาก ${total}`}</p>
      <p>{link && count > 0 ? <Link {...link}><Words>{text}</Words></Link> : <Words>{text}</Words>}</p>
      {rest > 0 && <p className="sm"><Link {...restLink}><Words>{restText}</Words></Link></p>}
    </li>
  );
}
