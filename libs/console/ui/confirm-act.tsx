import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { PlainButton } from './act-button';
import { ProblemNote } from './page-states';
import type { ApiProblem } from './problem';
import { Sheet } from './sheet';
import { Words } from './words';

/** A button for what cannot be undone: asks once, says what will happen, shows the refusal in place. */
export function ConfirmAct({ label, about, title, consequence, backLabel = 'ไม่ทำ', run, onDone, children }: {
  label: string; about?: string; title?: string; consequence: string; backLabel?: string; run: () => Promise<unknown>; onDone: () => void; children?: ReactNode;
}) {
  const [asking, setAsking] = useState(false);
  const act = useMutation<unknown, ApiProblem>({ mutationFn: run, onSuccess: () => { setAsking(false); onDone(); } });
  const close = () => { act.reset(); setAsking(false); };
  return (
    <>
      <button type="button" className="btn quiet small" onClick={() => setAsking(true)}>{label}{about && <span className="vh"> {about}</span>}</button>
      <Sheet title={title ?? label} opened={asking} onClose={close}>
        <div className="stack">
          <p><Words>{consequence}</Words></p>
          {children}
          {act.error && <ProblemNote error={act.error} />}
          <div className="row">
            <PlainButton tone="danger full" busy={act.isPending} onClick={() => act.mutate()}>{label}</PlainButton>
            <PlainButton tone="sec" onClick={close}>{backLabel}</PlainButton>
          </div>
        </div>
      </Sheet>
    </>
  );
}
