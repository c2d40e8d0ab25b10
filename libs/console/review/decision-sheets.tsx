import { refusalReasons, type RefusalReason } from '@prongsai/kernel/workflow';
import { AreaField, ChoiceRow, ErrorSummary, fieldId, fieldTexts, PlainButton, Sheet, Words, type FieldProblem } from '@prongsai/console/ui';
import { useState, type FormEvent } from 'react';
import { label } from './labels';

interface SheetProps {
  opened: boolean;
  isBusy: boolean;
  /** What the server had against it. */
  lines: readonly FieldProblem[];
  onClose: () => void;
  onSend: (body: Record<string, unknown>) => void;
}

const none: readonly FieldProblem[] = [];

/** Sending back needs words: what to change. */
export function ReturnSheet({ opened, isBusy, lines, onClose, onSend }: SheetProps) {
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(none);
  const shown = missing.length > 0 ? missing : lines;
  function send(event: FormEvent): void {
    event.preventDefault();
    if (isBusy) return;
    const wrong = comment.trim() === '' ? [{ path: 'comment', text: 'บอกผู้ขอว่าต้องแก้ตรงไหน' }] : none;
    setMissing(wrong);
    if (wrong.length === 0) onSend({ comment: comment.trim() });
  }
  return (
    <Sheet title={label('review.return')} opened={opened} onClose={onClose}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary title="ยังส่งผลไม่ได้" lines={shown} />
        <AreaField path="comment" label={label('review.comment')} hint={<Words>ผู้ขอเห็นข้อความนี้ แก้แล้วส่งใหม่ได้</Words>} value={comment} onChange={setComment} error={fieldTexts(shown)['comment']} />
        <PlainButton type="submit" size="big" wide busy={isBusy}>{label('review.return')}</PlainButton>
      </form>
    </Sheet>
  );
}

/** Refusing needs a reason; those of the announcement come first, words after. */
export function RefuseSheet({ opened, isBusy, lines, onClose, onSend }: SheetProps) {
  const [reason, setReason] = useState<RefusalReason | null>(null);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(none);
  const shown = missing.length > 0 ? missing : lines;
  const texts = fieldTexts(shown);
  function send(event: FormEvent): void {
    event.preventDefault();
    if (isBusy) return;
    const wrong = !reason
      ? [{ path: 'reason', text: 'ยังไม่ได้เลือกเหตุผล เลือก 1 ข้อ เพื่อให้ผู้ขอแก้ไขได้' }]
      : reason === 'other' && comment.trim() === '' ? [{ path: 'comment', text: 'เหตุผลอื่น โปรดระบุ' }] : none;
    setMissing(wrong);
    if (wrong.length === 0) onSend({ reason, ...(comment.trim() ? { comment: comment.trim() } : {}) });
  }
  return (
    <Sheet title={label('review.reasons')} opened={opened} onClose={onClose}>
      <form className="stack" noValidate onSubmit={send}>
        <ErrorSummary title="ยังส่งผลไม่ได้" lines={shown} />
        <p className="sm muted"><Words>ผู้ขอจะเห็นเหตุผลนี้ ผลไม่อนุญาตเป็นที่สุด ผู้ขอคัดลอกเป็นคำขอใหม่ได้</Words></p>
        <fieldset className="bare">
          <legend>{label('review.reason')}</legend>
          {(Object.keys(refusalReasons) as RefusalReason[]).map((code, index) => (
            <ChoiceRow key={code} type="radio" name="reason" checked={reason === code} onChange={() => setReason(code)} {...(index === 0 ? { id: fieldId('reason') } : {})}>
              <Words>{refusalReasons[code]}</Words>
            </ChoiceRow>
          ))}
          {texts['reason'] && <p className="errmsg"><Words>{texts['reason']}</Words></p>}
        </fieldset>
        <AreaField path="comment" label={label('review.comment')} optional={reason !== 'other'} rows={2} value={comment} onChange={setComment} error={texts['comment']} />
        <PlainButton type="submit" tone="danger full" size="big" wide busy={isBusy}><Words>{label('review.sendRefusal')}</Words></PlainButton>
      </form>
    </Sheet>
  );
}
