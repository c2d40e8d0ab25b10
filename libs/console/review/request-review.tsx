import type { RequestView } from '@prongsai/kernel/contracts';
import { callApi, can, ChangeNote, ConfirmAct, dayOfText, daysSince, isOffered, PageHead, RequestTag, StatusTag, tenantKey, tenantPath, useShortcutKeys, Words } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { CheckList } from './check-list';
import { DecisionBar } from './decision-bar';
import { HeldDecisions, LastDecided } from './held-decisions';
import { label } from './labels';
import { Outcome } from './outcome';
import { PublishPanel } from './publish-panel';
import { QueueBar } from './queue-bar';
import { RequestDocuments, RequestFacts } from './request-facts';
import { useDeciding } from './use-deciding';
import { useSubjects } from './use-subjects';
import { RecordVerbal, SignBar } from './verbal';
import { useWebMasters, WebMasterChoice } from './web-master-choice';

const decisions = ['approve', 'return', 'refuse'] as const;

/** A sent request: the document, what is known of it, and what this person may do with it now. */
export function RequestReview({ slug, unitName, request }: { slug: string; unitName: string; request: RequestView }) {
  const { abilities, state } = request;
  const [before] = useState(state);
  if (decisions.some((act) => isOffered(abilities, act)) && state === 'submitted') return <Deciding slug={slug} unitName={unitName} request={request} />;
  const isForPublishing = (state === 'approved' || state === 'approved_verbally') && isOffered(abilities, 'publish');
  const documents = <RequestDocuments slug={slug} request={request} withWords={!isForPublishing || !can(abilities, 'publish')} />;
  return (
    <>
      <HeldDecisions slug={slug} />
      <Head unitName={unitName} slug={slug} request={request} />
      <div className="review">
        <div className="top"><Outcome slug={slug} request={request} before={before} />{isForPublishing && <SignBar slug={slug} request={request} sticks={false} />}<RecordVerbal slug={slug} request={request} /><Onward slug={slug} request={request} /></div>
        {isForPublishing
          ? <PublishPanel key={request.version} slug={slug} request={request} documents={documents} />
          : <><div className="stack-l what">{documents}</div><SignBar slug={slug} request={request} sticks /></>}
        <div className="stack-l about">
          <RequestFacts slug={slug} request={request} />
          <CallOff slug={slug} request={request} />
        </div>
      </div>
    </>
  );
}

/** For one who decides: document first, facts next, the decision at the thumb; then the next subject. */
function Deciding({ slug, unitName, request }: { slug: string; unitName: string; request: RequestView }) {
  const navigate = useNavigate();
  const [webMasterId, setWebMasterId] = useState('');
  const webMasters = useWebMasters(slug);
  const { place, before, behind, findFollowing } = useSubjects(slug, request.id);
  const go = (line: { id: string } | null) => { if (line) void navigate({ to: `/t/${slug}/requests/${line.id}` }); };
  const deciding = useDeciding(slug, request, webMasterId, () => void findFollowing().then(go));
  const mayDecide = can(request.abilities, 'approve') && !deciding.held;
  const acts = useRef({ next: () => undefined as void, previous: () => undefined as void, allow: () => undefined as void, refuse: () => undefined as void });
  acts.current = {
    next: () => go(behind), previous: () => go(before),
    allow: () => { if (mayDecide) deciding.send('approve', {}); }, refuse: () => { if (mayDecide) deciding.setOpen('refuse'); },
  };
  useShortcutKeys(useMemo(() => [
    { key: 'j', text: label('review.next'), run: () => acts.current.next() },
    { key: 'k', text: label('review.previous'), run: () => acts.current.previous() },
    { key: 'a', text: label('review.allow'), run: () => acts.current.allow() },
    { key: 'r', text: label('review.refuse'), run: () => acts.current.refuse() },
  ], []));
  const assignee = webMasters.find(({ accountId }) => accountId === webMasterId) ?? webMasters[0];
  return (
    <>
      {place && <QueueBar slug={slug} place={place} before={before} behind={behind} />}
      <div className="told">
        <HeldDecisions slug={slug} except={request.id} />
        <LastDecided slug={slug} except={request.id} />
      </div>
      <Head unitName={unitName} slug={slug} request={request} isInQueue={place !== null} />
      <div className="review">
        <div className="stack-l what"><RequestDocuments slug={slug} request={request} /></div>
        <DecisionBar request={request} deciding={deciding} assignee={mayDecide ? (assignee?.name ?? null) : null} />
        <div className="stack-l about">
          <CheckList slug={slug} request={request} />
          {mayDecide && <WebMasterChoice webMasters={webMasters} value={webMasterId} onChange={setWebMasterId} />}
          <RequestFacts slug={slug} request={request} />
          <CallOff slug={slug} request={request} />
        </div>
      </div>
    </>
  );
}

function Head({ slug, unitName, request, isInQueue = false }: { slug: string; unitName: string; request: RequestView; isInQueue?: boolean }) {
  const { state, requester, number, submittedAt } = request;
  const days = state === 'submitted' && submittedAt ? daysSince(submittedAt, new Date()) : 0;
  return (
    <PageHead title={request.title ?? 'ยังไม่ได้ตั้งหัวข้อ'} here={number ? `คำขอ ${number}` : 'คำขอ'} unit={unitName} crumbs={isInQueue ? [] : [{ text: label('review.work'), to: `/t/${slug}` }]} under={
      <div className="stack-s">
        <p className="row tight">{days > 0 ? <StatusTag shape="info">{`รอพิจารณา ${days} วัน`}</StatusTag> : <RequestTag state={state} />}<span className="xs">{number ? `คำขอ ${number}` : ''}</span></p>
        <p><Words>{[requester.name, requester.position].filter(Boolean).join(' ')}</Words> {submittedAt && <span className="nb">ขอเมื่อ {dayOfText(submittedAt)}</span>}</p>
        <ChangeNote slug={slug} request={request} />
      </div>
    } />
  );
}

/** From a subject that is decided to the next that waits, or back to one's work. */
function Onward({ slug, request }: { slug: string; request: RequestView }) {
  const { subjects } = useSubjects(slug, request.id);
  const [next] = subjects;
  const isDecided = request.state === 'approved' || request.state === 'refused' || request.state === 'returned';
  if (!isDecided || !isOffered(request.abilities, 'approve')) return null;
  return (
    <p className="noprint">
      {next
        ? <Link className="btn sec" to={`/t/${slug}/requests/${next.id}`}><Words>{`เรื่องถัดไปที่รอพิจารณา (${subjects.length})`}</Words><span className="vh"> {next.title}</span></Link>
        : <><Words>ไม่มีเรื่องรอพิจารณาแล้ว</Words> <Link to={`/t/${slug}`}>{label('review.work')}</Link></>}
    </p>
  );
}

function CallOff({ slug, request }: { slug: string; request: RequestView }) {
  const client = useQueryClient();
  if (!can(request.abilities, 'cancel')) return null;
  return (
    <ConfirmAct label="ยกเลิกคำขอ" consequence="คำขอนี้จะยกเลิก และยังดูย้อนหลังได้" backLabel="ไม่ยกเลิก"
      run={() => callApi('POST', tenantPath(slug, 'requests', request.id, 'cancel'), {})}
      onDone={() => void client.invalidateQueries({ queryKey: tenantKey(slug) })} />
  );
}
