import type { FileView, RequestView } from '@prongsai/kernel/contracts';
import {
  asProblem, callApi, ErrorSummary, fieldTexts, PageHead, PlainButton, tenantKey, tenantPath, TextField, useCategories, useSession, useTenantCompliance, useUnit, Words,
  type ApiProblem, type FieldProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { CheckView } from './check-view';
import { emptyDraft, type Draft } from './draft';
import { EndDraft } from './end-draft';
import { FilesPart } from './files-part';
import { FormAside } from './form-aside';
import { ContactPart, Part, SourcePart, SubjectPart } from './form-parts';
import { label } from './labels';
import { SaveTemplate } from './save-template';
import { SaveLine } from './save-line';
import { StaleSheet } from './stale-sheet';
import { useAttached } from './use-attached';
import { useDraft } from './use-draft';

/**
 * Writing a request: the ministry's form in its order, saved as it is typed, checked whole before it is sent. `start`
 * are the values of a new one; `onBorn` hears the id when it is made, `onSent` what the server answered.
 */
export function RequestDesk({ slug, unitName, request, start = emptyDraft, startFiles = [], isCopy = false, above, onBorn, onSent }: {
  slug: string; unitName: string; request: RequestView | null; start?: Draft; startFiles?: FileView[]; isCopy?: boolean; above?: ReactNode;
  onBorn: (id: string) => void; onSent: (request: RequestView) => void;
}) {
  const { account } = useSession();
  const client = useQueryClient();
  const { saver, state } = useDraft(slug, request, start, isCopy);
  const { draft, id } = state;
  const [unread, setUnread] = useState<Record<string, string>>({});
  const [lines, setLines] = useState<FieldProblem[]>([]);
  const [touched, setTouched] = useState<readonly string[]>([]);
  const [isChecking, setChecking] = useState(false);
  const [reasons, setReasons] = useState<Record<string, string>>({});
  // Saving alone never makes the button deaf: leaving the last field saves at the very press.
  const [isReadying, setReadying] = useState(false);
  const { data: categories = [] } = useCategories(slug);
  const { data: unit } = useUnit(slug);
  const { data: compliance } = useTenantCompliance(slug);
  useEffect(() => { if (id && id !== request?.id) onBorn(id); }, [id, request?.id, onBorn]);

  const unreadLines = useMemo(() => Object.entries(unread).map(([path, text]) => ({ path, text })), [unread]);
  // A sentence leaves its field at the first touch; the summary stands until the next check.
  const texts = { ...fieldTexts(lines.filter(({ path }) => !touched.includes(path.split('.')[0] ?? path))), ...fieldTexts(state.refused), ...unread };
  function change(fields: Partial<Draft>): void {
    setTouched((all) => [...all, ...Object.keys(fields)]);
    saver.change(fields);
  }
  const attached = useAttached(slug, [...(request?.files ?? []), ...startFiles], draft.fileIds, () => saver.snapshot().draft.fileIds, (fileIds) => change({ fileIds }));
  function show(wrong: FieldProblem[]): void {
    setTouched([]);
    setLines(wrong);
  }
  const part = {
    draft, change, texts,
    onUnread: (path: string, text: string | null) => setUnread(({ [path]: _gone, ...rest }) => (text ? { ...rest, [path]: text } : rest)),
  };

  const send = useMutation<RequestView, ApiProblem>({
    mutationFn: () => callApi<RequestView>('POST', tenantPath(slug, 'requests', saver.snapshot().id ?? '', 'submit'), {
      clearances: Object.entries(reasons).flatMap(([findingId, reason]) => (reason.trim() ? [{ findingId, reason: reason.trim() }] : [])),
    }),
    onSuccess: (sent) => {
      saver.forget();
      client.setQueryData(tenantKey(slug, 'request', sent.id), sent);
      void client.invalidateQueries({ queryKey: tenantKey(slug) });
      onSent(sent);
    },
    onError: (error) => {
      const problem = asProblem(error);
      // What was found is answered where it is shown.
      if (problem.code === 'PERSONAL_DATA') return void client.invalidateQueries({ queryKey: tenantKey(slug, 'personal-data') });
      if (problem.fields.length === 0) return;
      show(problem.fields);
      setChecking(false);
    },
  });

  async function check(): Promise<void> {
    setLines([]);
    change({});
    setReadying(true);
    const isSaved = await saver.flush();
    setReadying(false);
    const wrong = [...unreadLines, ...saver.snapshot().refused];
    if (wrong.length > 0) return show(wrong);
    if (!isSaved) return undefined;
    send.reset();
    setReasons({});
    client.removeQueries({ queryKey: tenantKey(slug, 'personal-data') });
    setChecking(true);
    window.scrollTo({ top: 0 });
  }
  /** Back to the form, at the field that is to be changed. */
  function backTo(path: string): void {
    setChecking(false);
    setTimeout(() => {
      const field = document.getElementById(`f-${path.replaceAll('.', '-')}`);
      field?.scrollIntoView({ block: 'center' });
      field?.focus();
    });
  }
  const requesterName = request?.requester.name ?? account.name;
  return (
    <>
      <PageHead key={isChecking ? 'check' : 'form'} title={label(isChecking ? 'check.title' : 'form.title')} here={request?.number ? `คำขอ ${request.number}` : label(isChecking ? 'check.title' : 'form.title')} unit={unitName} wrong={lines.length > 0}
        crumbs={[{ text: label('work.title'), to: `/t/${slug}` }]} under={<Words>แทนแบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ ระบบออกแบบฟอร์มให้เมื่อส่ง</Words>}
        actions={<SaveLine state={state} onRetry={() => void saver.flush()} />} />
      <div className="stack">
        {(!id || request) && above}
        {request?.state === 'returned' && request.comment && (
          <div className="note soon"><p><b>ส่งกลับแก้ไข</b> {request.decidedBy ? `โดย${request.decidedBy.name}` : ''}</p><p className="pre">{request.comment}</p></div>
        )}
        {isChecking ? (
          <CheckView slug={slug} requestId={id ?? ''} reasons={reasons} onReasons={setReasons} draft={draft} files={attached.files} categories={categories} unitName={unit?.name ?? unitName} requesterName={requesterName}
            workGroup={unit?.workGroups.find((group) => group.id === draft.workGroupId)?.name} problem={send.error} isSending={send.isPending}
            requirements={(compliance?.items ?? []).filter(({ code }) => draft.requirementCodes.includes(code)).map(({ title }) => title)}
            onBack={() => setChecking(false)} onChange={backTo} onSend={() => send.mutate()} />
        ) : (
          <div className="cols desk">
            <form className="stack-l" noValidate onBlur={() => saver.fieldLeft()} onSubmit={(event) => { event.preventDefault(); void check(); }}>
              <ErrorSummary lines={lines} />
              <SubjectPart {...part} categories={categories} requirements={compliance?.items ?? []} unitName={unit?.name ?? unitName} />
              <SourcePart {...part} categories={categories} unit={unit} />
              <Part no={3} title={label('form.part3')}>
                <FilesPart slug={slug} files={attached.files} error={texts['fileIds']} onStored={attached.store} onRemove={attached.remove} />
                <TextField path="externalLink" label={label('form.link')} optional type="url" inputMode="url" placeholder="https://" value={draft.externalLink} error={texts['externalLink']} onChange={(externalLink) => change({ externalLink })} />
              </Part>
              <ContactPart {...part} own={{ name: account.name, position: account.position ?? '', unit: unit?.name ?? unitName, phone: '', email: account.email }} />
              <div className="send">
                <PlainButton type="submit" size="big" busy={isReadying}><Words>{label('form.check')}</Words></PlainButton>
                <Link className="btn sec" to={`/t/${slug}`}>{label('form.later')}</Link>
                {id && <SaveTemplate slug={slug} requestId={id} />}
                {id && <EndDraft slug={slug} id={id} draft={draft} isNew={!request || request.number === null} onGone={() => saver.forget()} />}
              </div>
            </form>
            <FormAside slug={slug} draft={draft} files={attached.files} categories={categories} requesterName={requesterName} />
          </div>
        )}
      </div>
      {state.theirs && <StaleSheet mine={draft} theirs={state.theirs} onChoose={(choice) => { if (choice === 'theirs' && state.theirs) attached.reset(state.theirs.files); void saver.resolve(choice); }} />}
    </>
  );
}
