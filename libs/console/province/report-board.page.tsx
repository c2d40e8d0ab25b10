import type { NetworkReportLine, RoundView } from '@prongsai/kernel/contracts';
import {
  AreaField, callApi, dayOfText, DoneNote, Empty, ErrorSummary, fieldTexts, networkKey, networkPath, PageHead, PlainButton, ProblemNote, readWhole, Reading, reportName, ReportTag,
  SelectField, Sheet, StatusTag, summaryLines, useFilters, usePlace, useSession, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { boardStates, linesWanted, roundKey, roundToShow, unitsByRound, yearOfKey } from './board';
import { BoardTable } from './board-table';
import { label } from './labels';

const stateLabels = { waiting: 'board.waiting', arrived: 'board.sent', notSent: 'board.notSent', returned: 'board.return', late: 'board.late' } as const;
const wholeYear = 'all';

/** Every unit's report of a round, or of all rounds of a year: who sent, who is late and by how much; accept or send back. */
export function ReportBoardPage() {
  const { network } = usePlace();
  const name = useSession().networks.find(({ slug }) => slug === network)?.name ?? network;
  const client = useQueryClient();
  const [{ round: asked, state }, choose] = useFilters(['round', 'state']);
  const [returning, setReturning] = useState<NetworkReportLine | null>(null);
  const [done, setDone] = useState('');
  const year = yearOfKey(asked);
  const query = useQuery({
    queryKey: networkKey(network, 'reports', year),
    queryFn: ({ signal }) => readWhole<NetworkReportLine>(`${networkPath(network, 'reports')}${year ? `?fiscalYear=${year}` : ''}`, signal),
  });
  const { data: rounds = [] } = useQuery({ queryKey: networkKey(network, 'rounds'), queryFn: ({ signal }) => readWhole<RoundView>(networkPath(network, 'rounds'), signal) });
  const lines = query.data ?? [];
  const round = asked || roundToShow(lines, new Date());
  const settle = (text: string) => { setDone(text); setReturning(null); void client.invalidateQueries({ queryKey: networkKey(network) }); };
  const accept = useMutation<unknown, ApiProblem, NetworkReportLine>({
    mutationFn: (line) => callApi('POST', networkPath(network, 'reports', line.id ?? '', 'accept'), {}),
    onMutate: () => setDone(''),
    onSuccess: (_, line) => settle(`รับรายงานของ${line.tenant.name}แล้ว`),
    // Someone else may have decided first: the table shows how it stands now, beside the words of the refusal.
    onError: () => void client.invalidateQueries({ queryKey: networkKey(network, 'reports') }),
  });
  const shown = linesWanted(lines, round, state);
  const ofRound = linesWanted(lines, round, '');
  const arrived = linesWanted(lines, round, 'arrived').length;
  const years = [...new Set(rounds.map(({ fiscalYear }) => fiscalYear))];
  const isYear = round.endsWith(`.${wholeYear}`);
  return (
    <>
      <PageHead title={label('board.title')} unit={name} crumbs={[{ text: label('province.title'), to: `/n/${network}` }]} />
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รายงาน">
        {rounds.length === 0 && lines.length === 0 ? <Empty>ยังไม่มีรอบรายงาน กำหนดรอบก่อน แล้วรายงานของทุกหน่วยงานจะอยู่ที่นี่</Empty> : (
          <div className="stack">
            <div className="filters" role="group" aria-label={label('filter.title')}>
              <SelectField path="round" label={label('board.round')} value={round} onChange={(value) => choose({ round: value })} choices={[
                ...rounds.map((one) => ({ value: roundKey(one), label: reportName({ roundTitle: one.title, fiscalYear: one.fiscalYear }) })),
                ...years.map((one) => ({ value: `${one}.${wholeYear}`, label: `ทุกรอบของปีงบประมาณ ${one}` })),
              ]} />
              <SelectField path="state" label={label('filter.state')} value={state} onChange={(value) => choose({ state: value })} empty={label('filter.state.all')} choices={boardStates.map((value) => ({ value, label: label(stateLabels[value]) }))} />
            </div>
            {!isYear && <p role="status" className="lead"><Words>{`${arrived} จาก ${ofRound.length} หน่วยงานส่งแล้ว${arrived < ofRound.length && ofRound[0] ? ` · ส่งจังหวัดภายใน ${dayOfText(ofRound[0].dueToProvinceAt)}` : ''}`}</Words></p>}
            {done && <DoneNote><Words>{done}</Words></DoneNote>}
            {accept.error && <div className="stack-s"><p><b><Words>{accept.variables?.tenant.name ?? ''}</Words></b></p><ProblemNote error={accept.error} /></div>}
            {isYear ? <YearTable lines={lines} state={state} />
              : shown.length === 0 ? <Empty>ไม่มีรายงานตามตัวกรองนี้</Empty>
              : <BoardTable lines={shown} accepting={accept.isPending ? (accept.variables?.id ?? null) : null} onAccept={(line) => accept.mutate(line)} onReturn={setReturning} />}
          </div>
        )}
      </Reading>
      {returning && <ReturnSheet network={network} line={returning} onClose={() => setReturning(null)} onDone={() => settle(`ส่งรายงานของ${returning.tenant.name}กลับแก้ไขแล้ว`)} />}
    </>
  );
}

/** Units x rounds of one fiscal year, each cell a link to the report. */
function YearTable({ lines, state }: { lines: readonly NetworkReportLine[]; state: string }) {
  const rounds = [...new Map(lines.map((line) => [roundKey(line), line])).values()];
  const units = unitsByRound(lines, state);
  if (units.length === 0) return <Empty>ไม่มีรายงานตามตัวกรองนี้</Empty>;
  return (
    <div className="scroll" role="region" aria-label={label('board.title')} tabIndex={0}>
      <table className="t fold list">
        <caption className="vh">รายงานของทุกหน่วยงานในทุกรอบของปี</caption>
        <thead><tr><th scope="col">{label('province.unit')}</th>{rounds.map((round) => <th scope="col" key={roundKey(round)}><Words>{reportName({ roundTitle: round.roundTitle })}</Words></th>)}</tr></thead>
        <tbody>
          {units.map(({ tenant, byRound }) => (
            <tr key={tenant.slug}>
              <th scope="row"><Words>{tenant.name}</Words></th>
              {rounds.map((round) => {
                const line = byRound.get(roundKey(round));
                const title = reportName({ roundTitle: round.roundTitle });
                return <td key={roundKey(round)} data-label={title}>{line && <Link to={`/t/${tenant.slug}/reports/${line.fiscalYear}/${line.round}`} aria-label={`${tenant.name} ${title}`}><ReportTag state={line.state} /></Link>} {line?.late && <StatusTag shape="late">{label('board.late')}</StatusTag>}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReturnSheet({ network, line, onClose, onDone }: { network: string; line: NetworkReportLine; onClose: () => void; onDone: () => void }) {
  const [comment, setComment] = useState('');
  const client = useQueryClient();
  const act = useMutation<unknown, ApiProblem>({
    mutationFn: () => callApi('POST', networkPath(network, 'reports', line.id ?? '', 'return'), { comment }), onSuccess: onDone,
    onError: (problem) => { if (problem.status === 409) void client.invalidateQueries({ queryKey: networkKey(network, 'reports') }); },
  });
  const problems = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  return (
    <Sheet title={label('board.return')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <p><Words>{`${line.tenant.name} ${reportName({ roundTitle: line.roundTitle, fiscalYear: line.fiscalYear })}`}</Words></p>
        <ErrorSummary title={act.error?.title ?? ''} lines={problems} />
        <AreaField path="comment" label={label('board.comment')} value={comment} onChange={setComment} error={fieldTexts(act.error?.fields ?? [])['comment']} />
        <p className="sm muted"><Words>หน่วยงานได้รับแจ้งพร้อมข้อความนี้ แก้ไขแล้วเสนอและส่งใหม่ได้ วันที่ส่งครั้งแรกยังนับเป็นวันที่ส่ง</Words></p>
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('board.return')}</PlainButton>
      </form>
    </Sheet>
  );
}
