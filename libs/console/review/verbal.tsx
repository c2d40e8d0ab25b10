import type { MemberView, RequestView } from '@prongsai/kernel/contracts';
import { bangkokDay, formatThaiClock, instantOfTime, parseClockTime } from '@prongsai/kernel/thai';
import {
  callApi, can, DayField, dayText, ErrorSummary, fieldTexts, isOffered, momentText, PlainButton, ProblemNote, reasonsOf, SelectField, Sheet, summaryLines, tenantKey, tenantPath, TextField,
  today, useSession, WhyNot, Words, type ApiProblem, type FieldProblem, type Page,
} from '@prongsai/console/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { label } from './labels';

/** By which way an approval is spoken; another can be typed. */
const channels = ['โทรศัพท์', 'ต่อหน้า', 'ที่ประชุม', 'ข้อความหรือวิดีโอ'] as const;

/** Keeps what the server answered and lets every list be read again. */
function useStored(slug: string, id: string): (stored: RequestView) => void {
  const client = useQueryClient();
  return (stored) => {
    client.setQueryData(tenantKey(slug, 'request', id), stored);
    void client.invalidateQueries({ queryKey: tenantKey(slug), predicate: ({ queryKey }) => queryKey[2] !== 'request' });
  };
}

/** Who allowed it verbally, and until when the signature must come; nothing for an ordinary request. */
export function VerbalNote({ request }: { request: RequestView }) {
  const { verbal, state } = request;
  if (!verbal) return null;
  const isOwed = verbal.confirmedAt === null;
  const isLate = isOwed && verbal.dueOn < today();
  const rest = state === 'published'
    ? isLate ? 'รายการลงจากเว็บไซต์แล้ว เพราะไม่มีการลงนามภายในกำหนด' : 'ถ้าไม่ลงนามภายในกำหนด รายการจะลงจากเว็บไซต์เอง'
    : isLate ? 'พ้นกำหนดลงนามแล้ว เผยแพร่ได้เมื่อผู้อนุมัติรับรองลงนาม' : 'เผยแพร่ก่อนลงนามได้ ถ้าไม่ลงนามภายในกำหนด รายการจะลงจากเว็บไซต์เอง';
  return (
    <div className={`note ${isLate ? 'late' : isOwed ? 'soon' : 'ok'} stack-s`}>
      <p><b><Words>{isOwed ? `กรณีเร่งด่วน อนุญาตด้วยวาจา ${isLate ? 'เกินกำหนดลงนาม' : 'รอลงนามภายใน'} ${dayText(verbal.dueOn, 'long')}` : 'กรณีเร่งด่วน ลงนามแล้ว'}</Words></b></p>
      <p className="sm"><Words>{`${verbal.approver.name} อนุญาตทาง${verbal.channel} ${momentText(verbal.approvedAt)} บันทึกโดย ${verbal.recordedBy.name}`}</Words></p>
      {isOwed ? <p className="sm"><Words>{rest}</Words></p> : <p className="sm"><Words>{`${verbal.confirmedBy?.name ?? ''} ลงนาม ${momentText(verbal.confirmedAt)}`}</Words></p>}
    </div>
  );
}

/** The written approval of a spoken one: one press, at the thumb on a phone. */
export function SignBar({ slug, request, sticks }: { slug: string; request: RequestView; sticks: boolean }) {
  const stored = useStored(slug, request.id);
  const act = useMutation<RequestView, ApiProblem>({
    mutationFn: () => callApi<RequestView>('POST', tenantPath(slug, 'requests', request.id, 'confirm-approval'), { version: request.version }), onSuccess: stored,
  });
  const { account } = useSession();
  if (!request.verbal || request.verbal.confirmedAt || !isOffered(request.abilities, 'confirm-approval')) return null;
  if (!can(request.abilities, 'confirm-approval')) {
    return <section className={sticks ? 'decide' : 'stack-s'} aria-label={label('review.sign')}><h2><Words>ท่านลงนามเรื่องนี้ไม่ได้</Words></h2><WhyNot reasons={reasonsOf(request.abilities, 'confirm-approval')} /></section>;
  }
  return (
    <section className={sticks ? 'decide stick' : 'stack-s'} aria-label={label('review.sign')}>
      <p className="sm who">{label('review.signedAs')} <b>{account.position ?? account.name}</b></p>
      {act.error && <ProblemNote error={act.error} />}
      <PlainButton size="big" wide busy={act.isPending} onClick={() => act.mutate()}><Words>{label('review.sign')}</Words></PlainButton>
    </section>
  );
}

/** The button that opens the sheet in which a spoken approval is written down; nothing for those who may not. */
export function RecordVerbal({ slug, request }: { slug: string; request: RequestView }) {
  const [opened, setOpened] = useState(false);
  if (!can(request.abilities, 'approve-verbally')) return null;
  return (
    <>
      <p className="noprint"><button type="button" className="btn sec small" onClick={() => setOpened(true)}><Words>{label('review.recordVerbal')}</Words></button></p>
      {opened && <VerbalSheet slug={slug} request={request} onClose={() => setOpened(false)} />}
    </>
  );
}

const none: readonly FieldProblem[] = [];

function VerbalSheet({ slug, request, onClose }: { slug: string; request: RequestView; onClose: () => void }) {
  const { account } = useSession();
  const stored = useStored(slug, request.id);
  const now = useMemo(() => new Date(), []);
  const [approverId, setApproverId] = useState('');
  const [day, setDay] = useState<string | null>(bangkokDay(now));
  const [unread, setUnread] = useState<string | null>(null);
  const [time, setTime] = useState(formatThaiClock(now));
  const [channel, setChannel] = useState<string>(channels[0]);
  const [other, setOther] = useState('');
  const [own, setOwn] = useState(none);
  const members = useQuery({
    queryKey: tenantKey(slug, 'members'), staleTime: 60_000,
    queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal),
  });
  const busyOnes = new Set([account.id, request.requester.id, request.lastEditor.id]);
  const approvers = (members.data?.items ?? []).filter(({ accountId, appointments }) => !busyOnes.has(accountId) && appointments.some(({ role }) => role === 'approver' || role === 'unit_head'));
  const act = useMutation<RequestView, ApiProblem>({
    mutationFn: () => callApi<RequestView>('POST', tenantPath(slug, 'requests', request.id, 'approve-verbally'), {
      approverId, approvedAt: instantOfTime(day ?? '', parseClockTime(time) ?? '').toISOString(), channel: channel || other.trim(),
    }),
    onSuccess: (saved) => { onClose(); stored(saved); },
  });
  const refused = useMemo(() => (act.error ? summaryLines(act.error) : none), [act.error]);
  const lines = own.length > 0 ? own : refused;
  const texts = fieldTexts(lines);
  function send(event: FormEvent): void {
    event.preventDefault();
    if (act.isPending) return;
    const wrong: FieldProblem[] = [];
    if (!approverId) wrong.push({ path: 'approverId', text: 'กรณีเร่งด่วนต้องระบุผู้อนุญาตด้วยวาจา เลือกจากรายการ' });
    if (unread || !day) wrong.push({ path: 'approvedOn', text: unread ?? 'กรณีเร่งด่วนต้องระบุวันที่อนุญาตด้วยวาจา' });
    if (!parseClockTime(time)) wrong.push({ path: 'approvedAt', text: 'กรณีเร่งด่วนต้องระบุเวลาที่อนุญาต เช่น 9.30' });
    if (!channel && !other.trim()) wrong.push({ path: 'channel', text: 'กรณีเร่งด่วนต้องระบุช่องทางที่อนุญาต' });
    setOwn(wrong);
    if (wrong.length === 0) act.mutate();
  }
  return (
    <Sheet title={label('review.recordVerbal')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary title={act.error?.title ?? 'ยังบันทึกไม่ได้'} lines={lines} />
        <p className="sm muted"><Words>ใช้เมื่อผู้อนุมัติรับรองอนุญาตด้วยวาจาแล้ว ระบบเตือนให้ลงนามภายหลัง ถ้าไม่ลงนามภายในกำหนด รายการจะลงจากเว็บไซต์เอง</Words></p>
        <SelectField path="approverId" label={label('review.spokenBy')} empty={label('review.choose')} value={approverId} onChange={setApproverId} error={texts['approverId']}
          choices={approvers.map(({ accountId, name, position }) => ({ value: accountId, label: [name, position].filter(Boolean).join(' ') }))} />
        <div className="g2">
          <DayField path="approvedOn" label={label('review.spokenOn')} value={day} error={texts['approvedOn'] ?? unread ?? undefined} onChange={(value, wrong) => { setUnread(wrong); if (!wrong) setDay(value); }} />
          <TextField path="approvedAt" label={label('review.spokenAt')} value={time} onChange={setTime} error={texts['approvedAt']} placeholder="9.30" />
        </div>
        <SelectField path="channel" label={label('review.spokenBy.channel')} empty={label('review.otherChannel')} value={channel} onChange={setChannel} error={channel ? texts['channel'] : undefined}
          choices={channels.map((value) => ({ value, label: value }))} />
        {!channel && <TextField path="otherChannel" label={label('review.otherChannel')} value={other} onChange={setOther} error={texts['channel']} />}
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{act.isPending ? 'กำลังบันทึก' : label('review.record')}</PlainButton>
      </form>
    </Sheet>
  );
}
