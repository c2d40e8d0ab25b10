import type { RoundBody, RoundView } from '@prongsai/kernel/contracts';
import { fiscalYearOf } from '@prongsai/kernel/thai';
import {
  callApi, DayField, dayOfText, DoneNote, Empty, ErrorSummary, fieldTexts, networkKey, networkPath, PageHead, periodText, PlainButton, readWhole, Reading, Sheet, summaryLines,
  TextField, today, usePlace, useSession, Words, type ApiProblem, type FieldProblem,
} from '@prongsai/console/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { label } from './labels';

/** The rounds of the network with their windows and due days; a named follow-up can be added. */
export function RoundsPage() {
  const { network } = usePlace();
  const held = useSession().networks.find(({ slug }) => slug === network);
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState('');
  const query = useQuery({ queryKey: networkKey(network, 'rounds'), queryFn: ({ signal }) => readWhole<RoundView>(networkPath(network, 'rounds'), signal) });
  const rounds = [...(query.data ?? [])].sort((a, b) => b.fiscalYear - a.fiscalYear || (a.dueToProvinceAt < b.dueToProvinceAt ? -1 : 1));
  return (
    <>
      <PageHead title={label('rounds.title')} unit={held?.name} crumbs={[{ text: label('province.title'), to: `/n/${network}` }]}
        actions={held?.roles.includes('network_admin') && <PlainButton onClick={() => setAdding(true)}>{label('rounds.add')}</PlainButton>} />
      <div className="stack">
        {done && <DoneNote><Words>{done}</Words></DoneNote>}
        <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="รอบรายงาน">
          {rounds.length === 0 ? <Empty>ยังไม่มีรอบรายงาน</Empty> : (
            <table className="t fold list">
              <caption className="vh">รอบรายงานของเครือข่าย</caption>
              <thead><tr>{(['round', 'year', 'window', 'dueToSuperior', 'dueToProvince'] as const).map((column) => <th scope="col" key={column}>{label(`rounds.${column}`)}</th>)}</tr></thead>
              <tbody>
                {rounds.map((round) => (
                  <tr key={round.id}>
                    <th scope="row"><Words>{round.title}</Words></th>
                    <td data-label={label('rounds.year')}>{round.fiscalYear}</td>
                    <td data-label={label('rounds.window')}>{periodText(round.window.from, round.window.until)}</td>
                    <td data-label={label('rounds.dueToSuperior')}>{dayOfText(round.dueToSuperiorAt)}</td>
                    <td data-label={label('rounds.dueToProvince')}>{dayOfText(round.dueToProvinceAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Reading>
      </div>
      {adding && <RoundSheet network={network} onClose={() => setAdding(false)} onDone={(title) => { setDone(`เพิ่มรอบ ${title} แล้ว`); setAdding(false); void client.invalidateQueries({ queryKey: networkKey(network) }); }} />}
    </>
  );
}

const dayLabels = { windowFrom: 'rounds.windowFrom', windowUntil: 'rounds.windowUntil', dueToSuperiorOn: 'rounds.dueToSuperior', dueToProvinceOn: 'rounds.dueToProvince' } as const;
type DayKey = keyof typeof dayLabels;

/** The server names a missing field by its path; the form by its label. */
function named(line: FieldProblem): FieldProblem {
  const key = dayLabels[line.path as DayKey];
  return key ? { ...line, text: line.text.replace(line.path, `“${label(key)}”`) } : line;
}

function RoundSheet({ network, onClose, onDone }: { network: string; onClose: () => void; onDone: (title: string) => void }) {
  const [title, setTitle] = useState('');
  const [fiscalYear, setFiscalYear] = useState(String(fiscalYearOf(today())));
  const [days, setDays] = useState<Record<DayKey, string | null>>({ windowFrom: null, windowUntil: null, dueToSuperiorOn: null, dueToProvinceOn: null });
  const [unread, setUnread] = useState<Record<string, string>>({});
  const [own, setOwn] = useState<FieldProblem[] | null>(null);
  const act = useMutation<RoundView, ApiProblem>({
    mutationFn: () => {
      const body: Partial<RoundBody> = { fiscalYear: Number(fiscalYear), title };
      for (const key of Object.keys(days) as DayKey[]) if (days[key]) body[key] = days[key];
      return callApi<RoundView>('POST', networkPath(network, 'rounds'), body);
    },
    onSuccess: () => onDone(title),
  });
  const refused = useMemo(() => (act.error ? summaryLines(act.error).map(named) : []), [act.error]);
  const texts = { ...fieldTexts(refused), ...unread };
  const day = (path: DayKey) => (
    <DayField path={path} label={label(dayLabels[path])} value={days[path]} error={texts[path]}
      onChange={(value, wrong) => { setUnread(({ [path]: _gone, ...rest }) => (wrong ? { ...rest, [path]: wrong } : rest)); if (!wrong) setDays((all) => ({ ...all, [path]: value })); }} />
  );
  function submit(event: FormEvent): void {
    event.preventDefault();
    const wrong = Object.entries(unread).map(([path, text]) => ({ path, text }));
    setOwn(wrong.length > 0 ? wrong : null);
    if (wrong.length === 0 && !act.isPending) act.mutate();
  }
  return (
    <Sheet title={label('rounds.add')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={submit}>
        <ErrorSummary {...(act.error && !own ? { title: act.error.title } : {})} lines={own ?? refused} />
        <TextField path="title" label={label('rounds.name')} hint="เช่น กำกับติดตามครั้งที่ 1" value={title} onChange={setTitle} error={texts['title']} />
        <TextField path="fiscalYear" label={label('rounds.year')} inputMode="numeric" value={fiscalYear} onChange={setFiscalYear} error={texts['fiscalYear']} />
        <div className="g2">{day('windowFrom')}{day('windowUntil')}</div>
        <div className="g2">{day('dueToSuperiorOn')}{day('dueToProvinceOn')}</div>
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('rounds.save')}</PlainButton>
      </form>
    </Sheet>
  );
}
