import type { FileView, RequestView } from '@prongsai/kernel/contracts';
import {
  AreaField, asProblem, callApi, ErrorSummary, fieldTexts, PageHead, PlainButton, tenantKey, tenantPath, TextField, useCategories, useSession,
  useTenantCompliance, useUnit, Words, type ApiProblem, type FieldProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { CheckView } from './check-view';
import { emptyDraft, type Draft } from './draft';
import { EndDraft } from './end-draft';
import { FormAside } from './form-aside';
import { FilesPart } from './files-part';
import { ContactPart, PlacePart } from './form-parts';
import { SaveLine } from './save-line';
import { StaleSheet } from './stale-sheet';
import { useDraft } from './use-draft';

/**
 * Writing a request: the ministry's form in its order, saved as it is typed, checked whole before it is sent. `start`
 * are the values of a new one; `onBorn` hears the id when it is made, `onSent` what the server answered.
 */
export function RequestDesk({ slug, unitName, request, start = emptyDraft, startFiles = [], onBorn, onSent }: {
  slug: string; unitName: string; request: RequestView | null; start?: Draft; startFiles?: FileView[]; onBorn: (id: string) => void; onSent: (request: RequestView) => void;
}) {
  const { account } = useSession();
  const client = useQueryClient();
  const { saver, state } = useDraft(slug, request, start);
  const { draft } = state;
  const [files, setFiles] = useState<FileView[]>(request?.files ?? startFiles);
  const [unread, setUnread] = useState<Record<string, string>>({});
  const [lines, setLines] = useState<FieldProblem[]>([]);
  const [touched, setTouched] = useState<readonly string[]>([]);
  const [isChecking, setChecking] = useState(false);
  const { data: categories = [] } = useCategories(slug);
  const { data: unit } = useUnit(slug);
  const { data: compliance } = useTenantCompliance(slug);

  const { id } = state;
  useEffect(() => { if (id && id !== request?.id) onBorn(id); }, [id, request?.id, onBorn]);

  const unreadLines = useMemo(() => Object.entries(unread).map(([path, text]) => ({ path, text })), [unread]);
  // A sentence leaves its field at the first touch; the summary stands until the next check.
  const texts = { ...fieldTexts(lines.filter(({ path }) => !touched.includes(path.split('.')[0] ?? path))), ...fieldTexts(state.refused), ...unread };
  function change(fields: Partial<Draft>): void {
    setTouched((all) => [...all, ...Object.keys(fields)]);
    saver.change(fields);
  }
  function show(wrong: FieldProblem[]): void {
    setTouched([]);
    setLines(wrong);
  }
  const part = {
    draft, change, texts,
    onUnread: (path: string, text: string | null) => setUnread(({ [path]: _gone, ...rest }) => (text ? { ...rest, [path]: text } : rest)),
  };

  const send = useMutation<RequestView, ApiProblem>({
    mutationFn: () => callApi<RequestView>('POST', tenantPath(slug, 'requests', saver.snapshot().id ?? '', 'submit'), {}),
    onSuccess: (sent) => {
      client.setQueryData(tenantKey(slug, 'request', sent.id), sent);
      void client.invalidateQueries({ queryKey: tenantKey(slug, 'requests') });
      onSent(sent);
    },
    onError: (error) => {
      const problem = asProblem(error);
      if (problem.fields.length === 0) return;
      show(problem.fields);
      setChecking(false);
    },
  });

  async function check(): Promise<void> {
    setLines([]);
    change({});
    const isSaved = await saver.flush();
    const wrong = [...unreadLines, ...saver.snapshot().refused];
    if (wrong.length > 0) return show(wrong);
    if (!isSaved) return undefined;
    send.reset();
    setChecking(true);
    window.scrollTo({ top: 0 });
  }

  function attach(next: (all: FileView[]) => FileView[]): void {
    const { fileIds } = saver.snapshot().draft;
    setFiles((all) => next(all));
    change({ fileIds: next(fileIds.map((one) => ({ id: one }) as FileView)).map((file) => file.id) });
  }
  const title = isChecking ? 'ตรวจทานและส่งคำขอ' : 'ขอเผยแพร่ข้อมูลผ่านเว็บไซต์';
  return (
    <>
      <PageHead title={title} unit={unitName} wrong={lines.length > 0} crumbs={[{ text: 'งานของฉัน', to: `/t/${slug}` }]}
        under={<Words>แทนแบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์</Words>} actions={<SaveLine state={state} onRetry={() => void saver.flush()} />} />
      <div className="stack-l">
        {request?.state === 'returned' && request.comment && (
          <div className="note soon"><p><b>ส่งกลับแก้ไข</b> {request.decidedBy ? `โดย${request.decidedBy.name}` : ''}</p><p className="pre">{request.comment}</p></div>
        )}
        {isChecking ? (
          <CheckView draft={draft} files={files} categories={categories} unitName={unit?.name ?? unitName} requesterName={request?.requester.name ?? account.name}
            workGroup={unit?.workGroups.find((group) => group.id === draft.workGroupId)?.name} problem={send.error} isSending={send.isPending}
            onBack={() => setChecking(false)} onSend={() => send.mutate()} />
        ) : (
          <div className="cols">
          <form className="stack-l" noValidate onSubmit={(event) => { event.preventDefault(); void check(); }}>
            <ErrorSummary lines={lines} />
            <fieldset>
              <legend><span className="no" aria-hidden="true">1</span><span><Words>เรื่องที่จะเผยแพร่</Words></span></legend>
              <p className="sm muted"><Words>{`ชื่อหน่วยงาน: ${unit?.name ?? unitName}`}</Words></p>
              <AreaField path="title" label="หัวข้อ" hint="เขียนให้ประชาชนเข้าใจ ว่าเรื่องอะไร ของใคร ช่วงเวลาใด" rows={2} value={draft.title} error={texts['title']} onChange={(value) => change({ title: value })} />
              <AreaField path="details" label="รายละเอียดข้อมูล (โดยสรุปหรือเอกสารแนบ)" rows={4} value={draft.details} error={texts['details']} onChange={(details) => change({ details })} />
              <FilesPart slug={slug} files={files} error={texts['fileIds']} 
                onAdd={(file) => attach((all) => [...all, file])} onRemove={(gone) => attach((all) => all.filter((file) => file.id !== gone))} />
              <TextField path="externalLink" label="Link ภายนอก" optional type="url" inputMode="url" placeholder="https://" value={draft.externalLink} error={texts['externalLink']} onChange={(externalLink) => change({ externalLink })} />
              <AreaField path="remarks" label="หมายเหตุ" optional rows={2} value={draft.remarks} error={texts['remarks']} onChange={(remarks) => change({ remarks })} />
            </fieldset>
            <PlacePart {...part} categories={categories} unit={unit} requirements={compliance?.items ?? []} />
            <ContactPart {...part} />
            <div className="send">
              <PlainButton type="submit" size="big" busy={state.status === 'saving'}><Words>ตรวจทานและส่งคำขอ</Words></PlainButton>
              {id && <EndDraft slug={slug} id={id} isNew={!request || request.number === null} />}
            </div>
          </form>
          <FormAside slug={slug} draft={draft} files={files} categories={categories} requesterName={request?.requester.name ?? account.name} />
          </div>
        )}
      </div>
      {state.theirs && <StaleSheet mine={draft} theirs={state.theirs} onChoose={(choice) => { if (choice === 'theirs' && state.theirs) setFiles(state.theirs.files); void saver.resolve(choice); }} />}
    </>
  );
}
