import type { RequestView, TemplateView } from '@prongsai/kernel/contracts';
import { callApi, can, ChangeNote, DoneNote, Loading, PageHead, ProblemNote, Reading, tenantKey, tenantPath, today, usePlace, useSession, useTenantName, useUnit, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { draftOf, emptyDraft, withTemplate, type Draft } from './draft';
import { label } from './labels';
import { isOwnersView, OwnerView } from './owner-view';
import { RequestDesk } from './request-desk';
import { TemplateChoice, useTemplates } from './template-choice';

const RequestReview = lazy(async () => ({ default: (await import('@prongsai/console/review')).RequestReview }));

/** How a request is read. Not kept once its screen is left: an older copy would make the next edit stale. */
function useRequest(slug: string, id: string, enabled: boolean) {
  return useQuery({
    queryKey: tenantKey(slug, 'request', id), enabled, refetchOnWindowFocus: false, gcTime: 0,
    queryFn: ({ signal }) => callApi<RequestView>('GET', tenantPath(slug, 'requests', id), undefined, signal),
  });
}

/**
 * One request: written by its owner while it is a draft, read and decided by everyone else. `new` begins one; the address
 * gets its id at the first saving while the form stays as it is.
 */
export function RequestPage() {
  const { slug, id } = usePlace();
  const navigate = useNavigate();
  const { from } = useSearch({ strict: false }) as { from?: string };
  const unitName = useTenantName(slug);
  const { account } = useSession();
  const [bornId, setBornId] = useState<string | null>(null);
  const [sentId, setSentId] = useState<string | null>(null);
  const [seenId, setSeenId] = useState(id);
  const [desk, setDesk] = useState(0);
  // The form survives its own change of address, from `new` to the id, and nothing else.
  if (id !== seenId) {
    setSeenId(id);
    if (id !== bornId) {
      setBornId(null);
      setDesk(desk + 1);
    }
  }
  const isNew = id === 'new' || id === bornId;
  const query = useRequest(slug, id, !isNew);
  const request = query.data;

  const onBorn = useCallback((made: string) => {
    setBornId(made);
    void navigate({ to: `/t/${slug}/requests/${made}`, replace: true, resetScroll: false });
  }, [navigate, slug]);
  const onSent = useCallback((sent: RequestView) => {
    setBornId(null);
    setSentId(sent.id);
    window.scrollTo({ top: 0 });
  }, []);

  if (isNew) return <NewDesk key={desk} slug={slug} unitName={unitName} from={from} onBorn={onBorn} onSent={onSent} />;
  // What was read before stays while there is no signal.
  if (query.error && !request) {
    return (
      <>
        <PageHead title={label('list.title')} unit={unitName} crumbs={[{ text: label('work.title'), to: `/t/${slug}` }]} />
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  return (
    <Reading isPending={query.isPending} error={null} what="คำขอ">
      {request && (can(request.abilities, 'edit')
        ? <RequestDesk key={request.id} slug={slug} unitName={unitName} request={request} above={<ChangeNote slug={slug} request={request} />} onBorn={onBorn} onSent={onSent} />
        : isOwnersView(request, account.id) ? <OwnerView slug={slug} unitName={unitName} request={request} justSent={sentId === request.id} /> : (
          <Suspense fallback={<Loading what="คำขอ" />}>
            {sentId === request.id && request.state === 'submitted' && (
              <DoneNote><Words>{`ส่งคำขอ ${request.number ?? ''} แล้ว ผู้อนุมัติรับรองจะพิจารณา ท่านได้รับแจ้งทันทีเมื่อมีผล`}</Words></DoneNote>
            )}
            <RequestReview key={request.id} slug={slug} unitName={unitName} request={request} />
          </Suspense>
        ))}
    </Reading>
  );
}

/** A new request with what is known already; `from` copies an earlier one. */
function NewDesk({ slug, unitName, from, onBorn, onSent }: {
  slug: string; unitName: string; from: string | undefined; onBorn: (id: string) => void; onSent: (request: RequestView) => void;
}) {
  const { account } = useSession();
  const unit = useUnit(slug);
  const copied = useRequest(slug, from ?? '', Boolean(from));
  const templates = useTemplates(slug);
  const [template, setTemplate] = useState<TemplateView | null>(null);
  if (unit.isPending || templates.isPending || (from && copied.isPending)) return <Loading what="แบบฟอร์ม" />;
  const known: Draft = {
    ...emptyDraft, intakeChannel: 'console', publishFrom: today(),
    contact: { name: account.name, position: account.position ?? '', unit: unit.data?.name ?? unitName, phone: '', email: account.email },
  };
  const mine = copied.data?.requester.id === account.id;
  const start = copied.data ? { ...known, ...draftOf(copied.data), publishFrom: today(), fileIds: mine ? draftOf(copied.data).fileIds : [] } : template ? withTemplate(known, template.fields) : known;
  return <RequestDesk key={template?.id ?? ''} slug={slug} unitName={unitName} request={null} isCopy={Boolean(from) || template !== null}
    above={from ? undefined : <TemplateChoice slug={slug} templates={templates.data ?? []} chosen={template} onChoose={setTemplate} />}
    start={start} startFiles={mine ? copied.data?.files ?? [] : []} onBorn={onBorn} onSent={onSent} />;
}
