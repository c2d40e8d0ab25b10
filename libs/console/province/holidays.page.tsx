import type { HolidayView } from '@prongsai/kernel/contracts';
import { fiscalYearOf, thaiWeekdays, weekday } from '@prongsai/kernel/thai';
import {
  callApi, ConfirmAct, DayField, dayText, DoneNote, Empty, ErrorSummary, fieldTexts, networkKey, networkPath, PageHead, PlainButton, readWhole, Reading, SelectField, Sheet, summaryLines,
  TextField, today, useFilters, usePlace, useSession, Words, type ApiProblem, type FieldProblem,
} from '@prongsai/console/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { label } from './labels';

const keys = ['fiscalYear'] as const;

/** Days off of the network, by fiscal year: working days skip them. The administrator adds and removes. */
export function HolidaysPage() {
  const { network } = usePlace();
  const held = useSession().networks.find(({ slug }) => slug === network);
  const client = useQueryClient();
  const [chosen, choose] = useFilters(keys);
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState('');
  const thisYear = fiscalYearOf(today());
  const year = Number(chosen.fiscalYear) || thisYear;
  const query = useQuery({
    queryKey: networkKey(network, 'holidays', String(year)), queryFn: ({ signal }) => readWhole<HolidayView>(`${networkPath(network, 'holidays')}?fiscalYear=${year}`, signal),
  });
  const isAdmin = held?.roles.includes('network_admin') ?? false;
  const changed = (words: string) => {
    setDone(words);
    setAdding(false);
    void client.invalidateQueries({ queryKey: networkKey(network, 'holidays') });
  };
  return (
    <>
      <PageHead title={label('holidays.title')} unit={held?.name} crumbs={[{ text: label('province.title'), to: `/n/${network}` }]}
        under={<Words>กำหนดวันทำการของทุกหน่วยงานไม่นับวันเหล่านี้ เสาร์และอาทิตย์ไม่นับอยู่แล้ว</Words>} actions={isAdmin && <PlainButton onClick={() => setAdding(true)}>{label('holidays.add')}</PlainButton>} />
      <div className="stack">
        {done && <DoneNote><Words>{done}</Words></DoneNote>}
        <div className="narrowing">
          <SelectField path="fiscalYear" label={label('rounds.year')} value={String(year)} onChange={(next) => choose({ fiscalYear: next === String(thisYear) ? '' : next })}
            choices={[1, 0, -1, -2].map((by) => String(thisYear + by)).map((value) => ({ value, label: value }))} />
        </div>
        <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="วันหยุด">
          {(query.data ?? []).length === 0 ? (
            <Empty action={isAdmin ? <button type="button" className="btn" onClick={() => setAdding(true)}>{label('holidays.add')}</button> : undefined}>{`ยังไม่มีวันหยุดของปีงบประมาณ ${year} ถ้าไม่ลงไว้ กำหนดวันทำการจะนับวันหยุดราชการเป็นวันทำการ`}</Empty>
          ) : (
            <table className="t fold list">
              <caption className="vh">{`วันหยุดปีงบประมาณ ${year}`}</caption>
              <thead><tr><th scope="col">{label('holidays.day')}</th><th scope="col">{label('holidays.name')}</th>{isAdmin && <th scope="col"><span className="vh">{label('holidays.remove')}</span></th>}</tr></thead>
              <tbody>
                {(query.data ?? []).map(({ day, name }) => (
                  <tr key={day}>
                    <th scope="row"><Words>{`${dayText(day, 'long')} (${thaiWeekdays[weekday(day)] ?? ''})`}</Words></th>
                    <td data-label={label('holidays.name')}><Words>{name}</Words></td>
                    {isAdmin && (
                      <td>
                        <ConfirmAct label={label('holidays.remove')} about={name} title={`${label('holidays.remove')} ${name}`} consequence="วันนี้จะนับเป็นวันทำการ กำหนดที่แจ้งไปแล้วไม่เปลี่ยน" backLabel={label('holidays.keep')}
                          run={() => callApi('DELETE', networkPath(network, 'holidays', day))} onDone={() => changed(`ลบ ${name} แล้ว`)} />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Reading>
      </div>
      {adding && <HolidaySheet network={network} onClose={() => setAdding(false)} onDone={(name) => changed(`เพิ่ม ${name} แล้ว`)} />}
    </>
  );
}

function HolidaySheet({ network, onClose, onDone }: { network: string; onClose: () => void; onDone: (name: string) => void }) {
  const [day, setDay] = useState<string | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [own, setOwn] = useState<FieldProblem[]>([]);
  const act = useMutation<HolidayView, ApiProblem>({ mutationFn: () => callApi<HolidayView>('POST', networkPath(network, 'holidays'), { day, name: name.trim() }), onSuccess: () => onDone(name.trim()) });
  const refused = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const lines = own.length > 0 ? own : refused;
  const texts = fieldTexts(lines);
  function send(event: FormEvent): void {
    event.preventDefault();
    if (act.isPending) return;
    const wrong: FieldProblem[] = [];
    if (unread || !day) wrong.push({ path: 'day', text: unread ?? 'ยังไม่ได้ระบุวันหยุด พิมพ์วันที่ เช่น 13 เม.ย. 2570' });
    if (!name.trim()) wrong.push({ path: 'name', text: 'ยังไม่ได้ระบุชื่อวันหยุด' });
    setOwn(wrong);
    if (wrong.length === 0) act.mutate();
  }
  return (
    <Sheet title={label('holidays.add')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary title={act.error?.title ?? 'ยังบันทึกไม่ได้'} lines={lines} />
        <DayField path="day" label={label('holidays.day')} value={day} error={texts['day']} onChange={(value, wrong) => { setUnread(wrong); if (!wrong) setDay(value); }} />
        <TextField path="name" label={label('holidays.name')} value={name} onChange={setName} error={texts['name']} />
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('holidays.add')}</PlainButton>
      </form>
    </Sheet>
  );
}
