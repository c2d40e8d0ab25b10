import type { NetworkCompliance, RoundView } from '@prongsai/kernel/contracts';
import { compareThai } from '@prongsai/kernel/thai';
import {
  callApi, dayOfText, daysLeft, daysLeftText, Empty, momentText, networkKey, networkPath, PageHead, readWhole, Reading, reportName, SelectField, usePlace, useSession, weekendText, Words,
} from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { byNeed, figuresOf, kindWords, needsOf } from './heat';
import { HeatLegend, HeatTable } from './heat-table';

/** One look tells who needs help before the next date. */
export function ProvincePage() {
  const { network } = usePlace();
  const name = useSession().networks.find(({ slug }) => slug === network)?.name ?? network;
  const [kind, setKind] = useState('');
  const [order, setOrder] = useState<'need' | 'name'>('need');
  const query = useQuery({ queryKey: networkKey(network, 'compliance'), queryFn: ({ signal }) => callApi<NetworkCompliance>('GET', networkPath(network, 'compliance'), undefined, signal) });
  const rounds = useQuery({ queryKey: networkKey(network, 'rounds'), queryFn: ({ signal }) => readWhole<RoundView>(networkPath(network, 'rounds'), signal) });
  const { data } = query;
  const now = data ? new Date(data.at) : new Date();
  const thisYear = (rounds.data ?? []).filter(({ fiscalYear }) => fiscalYear === data?.fiscalYear).sort((a, b) => (a.dueToProvinceAt < b.dueToProvinceAt ? -1 : 1));
  const next = thisYear.find(({ dueToProvinceAt }) => daysLeft(dueToProvinceAt, now) >= 0) ?? null;
  const units = data?.items ?? [];
  const kinds = [...new Set(units.map(({ tenant }) => tenant.kind))];
  const chosen = units.filter(({ tenant }) => kind === '' || tenant.kind === kind);
  const rows = order === 'need' ? byNeed(chosen, compareThai) : [...chosen].sort((a, b) => compareThai(a.tenant.shortName, b.tenant.shortName));
  return (
    <>
      <PageHead title="ภาพรวมการเผยแพร่ข้อมูล" unit={name} under={<Words>{data ? `${name} · ปีงบประมาณ ${data.fiscalYear} · ข้อมูล ณ ${momentText(data.at)}` : name}</Words>} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="ภาพรวม">
        {data && (
          <div className="stack">
            <ul className="plain dues">
              {thisYear.map((round) => (
                <li key={round.id} className={round === next ? 'note soon' : 'note quiet'}>
                  <b><Words>{`${reportName({ roundTitle: round.title })} ${daysLeft(round.dueToProvinceAt, now) < 0 ? 'ครบกำหนดแล้ว' : daysLeftText(round.dueToProvinceAt, now)}`}</Words></b>
                  <span className="sm"><Words>{[dayOfText(round.dueToProvinceAt), round === next ? weekendText(round.dueToProvinceAt) : null].filter(Boolean).join(' ')}</Words></span>
                </li>
              ))}
            </ul>
            <Figures data={data} round={next} network={network} />
            <section className="card stack-s" aria-labelledby="heat">
              <div className="row between top">
                <h2 id="heat">หน่วยงานและข้อกำหนด</h2>
                <div className="row filters">
                  <SelectField path="kind" label="ประเภทหน่วยงาน" value={kind} onChange={setKind} empty="ทุกประเภท" choices={kinds.map((value) => ({ value, label: kindWords[value] }))} />
                  <SelectField path="order" label="เรียง" value={order} onChange={(value) => setOrder(value === 'name' ? 'name' : 'need')} choices={[{ value: 'need', label: 'ต้องช่วยก่อน' }, { value: 'name', label: 'ตามชื่อ' }]} />
                </div>
              </div>
              <p role="status"><Words>{`${chosen.filter((row) => needsOf(row) === 0).length} จาก ${chosen.length} หน่วยงานไม่มีข้อขาดหรือเกินกำหนด`}</Words></p>
              <HeatLegend />
              {rows.length === 0 ? <Empty>ยังไม่มีหน่วยงานในเครือข่าย</Empty> : <HeatTable key={`${kind} ${order}`} requirements={data.requirements} rows={rows} />}
            </section>
          </div>
        )}
      </Reading>
    </>
  );
}

function Figures({ data, round, network }: { data: NetworkCompliance; round: RoundView | null; network: string }) {
  const { total, sound, reported, staffed, overdue } = figuresOf(data.items, round?.round ?? null);
  const short = total - staffed;
  return (
    <ul className="plain kpis">
      <li className="kpi"><p><b>{sound}</b> จาก {total}</p><p className="sm"><Words>หน่วยงานไม่มีข้อขาดหรือเกินกำหนด</Words></p></li>
      {round && <li className="kpi"><p><b>{reported}</b> จาก {total}</p><p className="sm"><Words>{`หน่วยงานส่ง${reportName({ roundTitle: round.title })}แล้ว`}</Words></p><p className="sm"><Link to={`/n/${network}/reports`}>ดูรายงาน</Link></p></li>}
      <li className={short > 0 ? 'kpi warn' : 'kpi'}><p><b>{staffed}</b> จาก {total}</p><p className="sm"><Words>มี Web Master อย่างน้อย 2 คน</Words></p>{short > 0 && <p className="sm">ขาด {short} หน่วย ต้องแต่งตั้งเพิ่ม</p>}</li>
      <li className={overdue > 0 ? 'kpi warn' : 'kpi'}><p><b>{overdue}</b> ข้อ</p><p className="sm"><Words>เกินกำหนดในทุกหน่วยงาน</Words></p></li>
    </ul>
  );
}
