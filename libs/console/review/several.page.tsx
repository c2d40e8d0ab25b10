import type { RequestLine, RequestView } from '@prongsai/kernel/contracts';
import { filePagesQuery } from '@prongsai/console/reader';
import {
  callApi, ChoiceRow, dayOfText, Empty, PageHead, PlainButton, Reading, readWhole, StatusTag, tenantKey, tenantPath, today, useCategories, usePlace, useShortcutKeys, useTenantName, Words,
} from '@prongsai/console/ui';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { automaticChecks, type Check } from './automatic-checks';
import { HeldDecisions } from './held-decisions';
import { personalDataQuery } from './findings';
import { label } from './labels';
import { subjectsOf } from './subjects';
import { tellAllowed } from './take-back';
import { useDecisions } from './use-decisions';

/** What became of one of the chosen ones. */
interface Result {
  id: string;
  title: string;
  /** Null when it was stored. */
  problem: string | null;
}

/**
 * Allowing several in one go: each is its own act with its own entry in the trail, sent one after another; what could
 * not be stored says why, and the others are stored all the same.
 */
export function SeveralPage() {
  const { slug } = usePlace();
  const unitName = useTenantName(slug);
  const client = useQueryClient();
  const { queue, held, stored } = useDecisions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState<{ done: number; of: number } | null>(null);
  const [results, setResults] = useState<Result[]>([]);
  const list = useQuery({
    queryKey: tenantKey(slug, 'requests', 'submitted'), queryFn: ({ signal }) => readWhole<RequestLine>(`${tenantPath(slug, 'requests')}?state=submitted`, signal),
  });
  const decided = useMemo(() => new Set([...held.filter(({ state }) => state === 'waiting' || state === 'sending'), ...stored].filter((one) => one.slug === slug).map(({ requestId }) => requestId)), [held, stored, slug]);
  // What was taken back waits again, whatever was stored in this sitting.
  const lines = useMemo(() => subjectsOf(list.data ?? [], new Set(held.filter((one) => one.slug === slug && (one.state === 'waiting' || one.state === 'sending')).map(({ requestId }) => requestId))), [list.data, held, slug]);
  const subjects = useSubjectsWithChecks(slug, lines);
  const clean = subjects.filter(({ isClean }) => isClean);
  const picked = subjects.filter(({ line }) => chosen.has(line.id));
  const toggle = (id: string, wanted = !chosen.has(id)) => setChosen((all) => { const next = new Set(all); if (wanted) next.add(id); else next.delete(id); return next; });

  async function allow(): Promise<void> {
    if (sending || picked.length === 0) return;
    setResults([]);
    const outcomes: Result[] = [];
    for (const [index, { line, request }] of picked.entries()) {
      setSending({ done: index, of: picked.length });
      const title = line.title ?? '';
      const outcome = await queue.decide({ slug, requestId: line.id, title, decision: 'approve', body: { version: request?.version ?? line.version } });
      if (outcome.kind === 'rejected' || outcome.kind === 'overtaken') queue.dismiss(outcome.held.key);
      const problem = outcome.kind === 'stored' ? null : outcome.kind === 'waiting' ? 'เก็บไว้ในเครื่องนี้แล้ว จะส่งเองเมื่อสัญญาณกลับมา' : (outcome.held.words ?? 'ยังไม่ได้บันทึก');
      outcomes.push({ id: line.id, title, problem });
    }
    setSending(null);
    setChosen(new Set());
    setResults(outcomes);
    tellAllowed(client, slug, outcomes.filter(({ problem }) => problem === null), () => setResults([]));
    void client.invalidateQueries({ queryKey: tenantKey(slug) });
    window.scrollTo({ top: 0 });
  }

  const acts = useRef({ move: (_by: 1 | -1) => undefined as void, toggle: () => undefined as void, allow: () => undefined as void });
  acts.current = {
    move: (by) => {
      const boxes = [...document.querySelectorAll<HTMLInputElement>('.several input[type=checkbox]')];
      boxes[Math.min(boxes.length - 1, Math.max(0, boxes.indexOf(document.activeElement as HTMLInputElement) + by))]?.focus();
    },
    toggle: () => { if (document.activeElement instanceof HTMLInputElement && document.activeElement.closest('.several')) toggle(document.activeElement.name); },
    allow: () => void allow(),
  };
  useShortcutKeys(useMemo(() => [
    { key: 'j', text: label('review.next'), run: () => acts.current.move(1) },
    { key: 'k', text: label('review.previous'), run: () => acts.current.move(-1) },
    { key: 'x', text: label('review.toggle'), run: () => acts.current.toggle() },
    { key: 'a', text: label('review.allowChosen'), run: () => acts.current.allow() },
  ], []));

  return (
    <>
      <PageHead title={label('review.several')} unit={unitName} crumbs={[{ text: label('review.work'), to: `/t/${slug}` }]}
        under={<Words>แต่ละเรื่องบันทึกเป็นผลของตัวเอง อ่านเอกสารก่อนเลือก เรื่องที่มีข้อควรดูให้เปิดพิจารณาทีละเรื่อง</Words>} />
      <div className="stack">
        <HeldDecisions slug={slug} />
        {results.length > 0 && <Results slug={slug} results={results} />}
        <Reading isPending={list.isPending} error={list.error} onRetry={() => void list.refetch()} what="เรื่องที่รอพิจารณา">
          {subjects.length === 0 ? <Empty action={<Link className="btn sec" to={`/t/${slug}`}>{label('review.work')}</Link>}>{decided.size > 0 ? 'ไม่มีเรื่องรอพิจารณาแล้ว' : 'ไม่มีเรื่องที่ท่านพิจารณาได้ เรื่องใหม่จะขึ้นที่นี่'}</Empty> : (
            <>
              <p className="row tight">
                <PlainButton tone="sec" size="small" onClick={() => setChosen(new Set(clean.map(({ line }) => line.id)))}><Words>{`${label('review.chooseClean')} (${clean.length})`}</Words></PlainButton>
                {chosen.size > 0 && <PlainButton tone="quiet" size="small" onClick={() => setChosen(new Set())}>{label('review.chooseNone')}</PlainButton>}
              </p>
              <ol className="list several">
                {subjects.map(({ line, checks, isClean }) => (
                  <li key={line.id}>
                    <ChoiceRow name={line.id} checked={chosen.has(line.id)} onChange={(wanted) => toggle(line.id, wanted)}>
                      <b><Words>{line.title ?? ''}</Words></b><br />
                      <span className="sm muted"><Words>{[line.number ? `คำขอ ${line.number}` : '', `จาก${line.requester.name}`, line.submittedAt ? `ขอเมื่อ ${dayOfText(line.submittedAt)}` : ''].filter(Boolean).join(' · ')}</Words></span>
                    </ChoiceRow>
                    <p className="row tight findings">
                      {checks === null ? <span className="sm muted">กำลังตรวจ</span> : isClean ? <StatusTag shape="done">ตรวจแล้วครบ</StatusTag> : <StatusTag shape="soon">{checks.filter(({ state }) => state === 'look').map(({ text }) => text).join(' · ')}</StatusTag>}
                      <Link className="sm" to={`/t/${slug}/requests/${line.id}`}>{label('review.openSubject')}<span className="vh"> {line.title}</span></Link>
                    </p>
                  </li>
                ))}
              </ol>
              <div className="decide stick">
                <PlainButton size="big" wide busy={sending !== null} onClick={() => void allow()}>
                  <Words>{sending ? `กำลังส่งผล ${sending.done + 1} จาก ${sending.of}` : picked.length === 0 ? label('review.allowChosen') : `${label('review.allow')} ${picked.length} เรื่อง`}</Words>
                </PlainButton>
                {picked.length === 0 && <p className="sm muted who"><Words>เลือกเรื่องก่อน</Words></p>}
              </div>
            </>
          )}
        </Reading>
      </div>
    </>
  );
}

/** One line for each that was sent: stored, or why not. */
function Results({ slug, results }: { slug: string; results: readonly Result[] }) {
  const failed = results.filter(({ problem }) => problem !== null);
  return (
    <section className={failed.length > 0 ? 'note soon stack-s' : 'note ok stack-s'} role="status" aria-label={label('review.results')}>
      <p><b><Words>{`อนุญาตแล้ว ${results.length - failed.length} จาก ${results.length} เรื่อง`}</Words></b></p>
      {failed.length > 0 && (
        <ul>{failed.map(({ id, title, problem }) => <li key={id}><Link to={`/t/${slug}/requests/${id}`}><Words>{title}</Words></Link> <Words>{problem ?? ''}</Words></li>)}</ul>
      )}
    </section>
  );
}

interface Subject {
  line: RequestLine;
  request: RequestView | undefined;
  /** Null until the request and the pages of its documents are read. */
  checks: Check[] | null;
  isClean: boolean;
}

/** Each subject with what the machine looked at. */
function useSubjectsWithChecks(slug: string, lines: readonly RequestLine[]): Subject[] {
  const { data: categories } = useCategories(slug);
  const requests = useQueries({
    queries: lines.map(({ id }) => ({
      queryKey: tenantKey(slug, 'request', id), staleTime: 60_000, queryFn: ({ signal }: { signal: AbortSignal }) => callApi<RequestView>('GET', tenantPath(slug, 'requests', id), undefined, signal),
    })),
  });
  const found = useQueries({ queries: lines.map(({ id }) => ({ ...personalDataQuery(slug, id), staleTime: 60_000 })) });
  const files = requests.flatMap(({ data }) => data?.files ?? []);
  const pages = useQueries({ queries: files.map((file) => filePagesQuery(slug, file)) });
  const known = new Map(files.flatMap((file, index) => { const view = pages[index]?.data; return view ? [[file.id, view] as const] : []; }));
  return lines.map((line, index) => {
    const request = requests[index]?.data;
    if (!request || !categories) return { line, request, checks: null, isClean: false };
    const isRead = request.files.every((file) => file.mediaType !== 'application/pdf' || (known.has(file.id) && known.get(file.id)?.state !== 'waiting'));
    const checks = automaticChecks(request, { today: today(), categories, pages: known, personalData: found[index]?.data });
    return { line, request, checks, isClean: isRead && found[index]?.data !== undefined && checks.every(({ state }) => state === 'pass') };
  });
}
