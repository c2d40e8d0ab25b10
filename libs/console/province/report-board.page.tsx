import type { NetworkReportLine, RoundView } from '@prongsai/kernel/contracts';
import { compareThai } from '@prongsai/kernel/thai';
import {
  ActButton, AreaField, callApi, dayOfText, DoneNote, Empty, ErrorSummary, fieldTexts, networkKey, networkPath, PageHead, PlainButton, ProblemNote, readWhole, Reading, reportName, ReportTag,
  SelectField, Sheet, StatusTag, summaryLines, usePlace, useSession, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';

/** Every unit's report of a round: who sent, who is late; accept or send back. */
export function ReportBoardPage() {
  const { network } = usePlace();
  const name = useSession().networks.find(({ slug }) => slug === network)?.name ?? network;
  const client = useQueryClient();
  const [chosen, setChosen] = useState('');
  const [returning, setReturning] = useState<NetworkReportLine | null>(null);
  const [done, setDone] = useState('');
  const year = chosen.split(' ')[0] ?? '';
  const query = useQuery({
    queryKey: networkKey(network, 'reports', year),
    queryFn: ({ signal }) => readWhole<NetworkReportLine>(`${networkPath(network, 'reports')}${year ? `?fiscalYear=${year}` : ''}`, signal),
  });
  const { data: rounds = [] } = useQuery({ queryKey: networkKey(network, 'rounds'), queryFn: ({ signal }) => readWhole<RoundView>(networkPath(network, 'rounds'), signal) });
  const lines = query.data ?? [];
  const round = chosen || roundToShow(lines, new Date());
  const shown = lines.filter((line) => keyOf(line) === round).sort((a, b) => Number(b.state === 'sent') - Number(a.state === 'sent') || compareThai(a.tenant.name, b.tenant.name));
  const settle = (text: string) => { setDone(text); setReturning(null); void client.invalidateQueries({ queryKey: networkKey(network) }); };
  const accept = useMutation<unknown, ApiProblem, NetworkReportLine>({
    mutationFn: (line) => callApi('POST', networkPath(network, 'reports', line.id ?? '', 'accept'), {}),
    onSuccess: (_, line) => settle(`รับรายงานของ${line.tenant.name}แล้ว`),
    onError: () => void client.invalidateQueries({ queryKey: networkKey(network, 'reports') }),
  });
  const sent = shown.filter(({ state }) => state === 'sent' || state === 'accepted').length;
  return (
    <>
      <PageHead title="รายงานของหน่วยงาน" unit={name} crumbs={[{ text: 'ภาพรวมจังหวัด', to: `/n/${network}` }]} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายงาน">
        {rounds.length === 0 && lines.length === 0 ? <Empty>ยังไม่มีรอบรายงาน กำหนดรอบก่อน แล้วรายงานของทุกหน่วยงานจะอยู่ที่นี่</Empty> : (
          <div className="stack">
            <div className="measure"><SelectField path="round" label="รอบรายงาน" value={round} onChange={setChosen} 
              choices={rounds.map((one) => ({ value: keyOf(one), label: reportName({ roundTitle: one.title, fiscalYear: one.fiscalYear }) }))} /></div>
            <p role="status"><Words>{`${sent} จาก ${shown.length} หน่วยงานส่งแล้ว`}</Words></p>
            {done && <DoneNote><Words>{done}</Words></DoneNote>}
            {accept.error && <ProblemNote error={accept.error} />}
            <table className="t fold list">
              <caption className="vh">รายงานของหน่วยงานในรอบที่เลือก</caption>
              <thead><tr><th scope="col">หน่วยงาน</th><th scope="col">สถานะ</th><th scope="col">เสนอผู้บังคับบัญชา</th><th scope="col">ส่งจังหวัด</th><th scope="col"><span className="vh">การทำงาน</span></th></tr></thead>
              <tbody>
                {shown.map((line) => (
                  <tr key={line.tenant.slug}>
                    <th scope="row"><Link to={`/t/${line.tenant.slug}/reports/${line.fiscalYear}/${line.round}`}><Words>{line.tenant.name}</Words></Link></th>
                    <td><ReportTag state={line.state} /> {line.late && <StatusTag shape="late">เกินกำหนด</StatusTag>}</td>
                    <td data-label="เสนอผู้บังคับบัญชา">{dayOfText(line.submittedAt)}</td>
                    <td data-label="ส่งจังหวัด">{dayOfText(line.sentAt)}</td>
                    <td>
                      {line.state === 'sent' && (
                        <div className="row tight">
                          <ActButton abilities={line.abilities} act="accept" size="small" busy={accept.isPending && accept.variables?.id === line.id} onClick={() => accept.mutate(line)}>รับรายงาน<span className="vh"> {line.tenant.name}</span></ActButton>
                          <ActButton abilities={line.abilities} act="return" tone="sec" size="small" onClick={() => setReturning(line)}>ส่งกลับแก้ไข<span className="vh"> {line.tenant.name}</span></ActButton>
                        </div>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Reading>
      {returning && <ReturnSheet network={network} line={returning} onClose={() => setReturning(null)} onDone={() => settle(`ส่งรายงานของ${returning.tenant.name}กลับแก้ไขแล้ว`)} />}
    </>
  );
}

function keyOf(line: Pick<RoundView, 'fiscalYear' | 'round'>): string {
  return `${line.fiscalYear} ${line.round}`;
}

/** The round to begin with: where a report waits for an answer, else the one due next, else the last. */
function roundToShow(lines: readonly NetworkReportLine[], now: Date): string {
  const byDue = [...lines].sort((a, b) => (a.dueToProvinceAt < b.dueToProvinceAt ? -1 : 1));
  const line = byDue.find(({ state }) => state === 'sent') ?? byDue.find(({ dueToProvinceAt }) => new Date(dueToProvinceAt) >= now) ?? byDue.at(-1);
  return line ? keyOf(line) : '';
}

function ReturnSheet({ network, line, onClose, onDone }: { network: string; line: NetworkReportLine; onClose: () => void; onDone: () => void }) {
  const [comment, setComment] = useState('');
  const act = useMutation<unknown, ApiProblem>({ mutationFn: () => callApi('POST', networkPath(network, 'reports', line.id ?? '', 'return'), { comment }), onSuccess: onDone });
  const problems = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  return (
    <Sheet title="ส่งรายงานกลับแก้ไข" opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <p><Words>{line.tenant.name}</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={problems} />
        <AreaField path="comment" label="บอกหน่วยงานว่าต้องแก้ตรงไหน" value={comment} onChange={setComment} error={fieldTexts(act.error?.fields ?? [])['comment']} />
        <PlainButton type="submit" size="big" wide busy={act.isPending}>ส่งกลับแก้ไข</PlainButton>
      </form>
    </Sheet>
  );
}
