import type { NoticeSettingsBody, NoticeSettingsView } from '@prongsai/kernel/contracts';
import { mailPaces } from '@prongsai/kernel/workflow';
import {
  callApi, ChoiceRow, DoneNote, ErrorSummary, fieldTexts, PageHead, PlainButton, Reading, summaryLines, TextField, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { BouncedNote, noticeSettingsQuery } from './bounced-note';
import { label } from './labels';

const usualQuiet = { from: '20:00', until: '06:00' };
const explained = {
  at_once: 'ส่งอีเมลทุกเรื่องเมื่อเกิดขึ้น',
  daily: 'รวมเป็นอีเมลฉบับเดียว ส่งทุกวัน เวลา 08.00 น.',
  weekly: 'รวมเป็นอีเมลฉบับเดียว ส่งทุกวันจันทร์ เวลา 08.00 น.',
} as const;

/** When one is mailed: the same in every unit and network of this person. The console shows everything at once. */
export function NoticeSettingsPage() {
  const query = useQuery(noticeSettingsQuery);
  return (
    <>
      <PageHead title={label('settings.title')} under={<Words>ใช้กับทุกหน่วยงานของท่าน ในระบบนี้ท่านเห็นแจ้งเตือนทันทีเสมอ</Words>} />
      <div className="stack">
        <BouncedNote />
        <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="การรับแจ้งเตือน">
          {query.data && <SettingsForm settings={query.data} />}
        </Reading>
      </div>
    </>
  );
}

function SettingsForm({ settings }: { settings: NoticeSettingsView }) {
  const client = useQueryClient();
  const [pace, setPace] = useState(settings.pace);
  const [isQuiet, setQuiet] = useState(settings.quiet !== null);
  const [times, setTimes] = useState(settings.quiet ?? usualQuiet);
  const act = useMutation<NoticeSettingsView, ApiProblem, NoticeSettingsBody>({
    mutationFn: (body) => callApi<NoticeSettingsView>('PUT', '/session/notice-settings', body),
    onSuccess: (saved) => client.setQueryData(noticeSettingsQuery.queryKey, saved),
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(lines);
  const change = <T,>(set: (value: T) => void) => (value: T) => { act.reset(); set(value); };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!act.isPending) act.mutate({ pace, quiet: isQuiet ? { from: times.from.trim().replace('.', ':'), until: times.until.trim().replace('.', ':') } : null });
  };
  return (
    <form className="card stack" noValidate onSubmit={send}>
      {act.error && <ErrorSummary title={act.error.title} lines={lines} />}
      <fieldset className="stack-s">
        <legend><h2><Words>{label('settings.pace')}</Words></h2></legend>
        <p className="sm muted stay">{settings.email}</p>
        {mailPaces.map((value) => (
          <ChoiceRow key={value} type="radio" name="pace" checked={pace === value} onChange={() => change(setPace)(value)}>
            <b>{label(`settings.${value}`)}</b><br /><span className="sm muted"><Words>{explained[value]}</Words></span>
          </ChoiceRow>
        ))}
      </fieldset>
      <fieldset className="stack-s">
        <legend><h2><Words>{label('settings.quiet')}</Words></h2></legend>
        <ChoiceRow name="quiet" checked={isQuiet} onChange={change(setQuiet)}><Words>{label('settings.quietOn')}</Words></ChoiceRow>
        {isQuiet && (
          <div className="g2">
            <TextField path="quiet.from" label={label('settings.from')} hint={<Words>เช่น 20:00</Words>} inputMode="numeric" value={times.from} error={texts['quiet.from']} onChange={(from) => change(setTimes)({ ...times, from })} />
            <TextField path="quiet.until" label={label('settings.until')} hint={<Words>เช่น 06:00</Words>} inputMode="numeric" value={times.until} error={texts['quiet.until']} onChange={(until) => change(setTimes)({ ...times, until })} />
          </div>
        )}
      </fieldset>
      <p className="sm muted"><Words>เรื่องเร่งด่วน คือการอนุญาตด้วยวาจาที่รอลงนาม เรื่องที่ครบกำหนดวันนี้ Web Master ไม่ครบ และลิงก์ตั้งรหัสผ่าน ส่งทันทีเสมอ เรื่องที่รอส่งอยู่แล้วส่งตามเวลาเดิม</Words></p>
      {act.isSuccess && <DoneNote><Words>บันทึกแล้ว</Words></DoneNote>}
      <PlainButton type="submit" busy={act.isPending}>{label('people.save')}</PlainButton>
    </form>
  );
}
