import { ErrorSummary, PlainButton, summaryLines, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMemo } from 'react';
import { label } from './labels';
import { PaperLines, type PaperProps } from './paper-lines';

/** The form as it will be printed, before it is sent, with a way back to each field. */
export function CheckView({ problem, isSending, onBack, onChange, onSend, ...paper }: Omit<PaperProps, 'onChange'> & {
  problem: ApiProblem | null; isSending: boolean; onBack: () => void; onChange: (path: string) => void; onSend: () => void;
}) {
  const wrong = useMemo(() => (problem ? summaryLines(problem).map(({ text }) => ({ path: '', text })) : []), [problem]);
  return (
    <section className="stack" aria-labelledby="check">
      <ErrorSummary {...(problem ? { title: problem.title } : {})} lines={wrong} />
      <div className="card paper stack">
        <h2 id="check"><Words>{label('check.paper')}</Words></h2>
        <PaperLines {...paper} onChange={onChange} />
      </div>
      <p className="sm muted"><Words>เมื่อส่งแล้ว ระบบจองลิงก์ถาวรและแจ้งผู้อนุมัติรับรองทันที ท่านยกเลิกได้จนกว่าจะมีการพิจารณา</Words></p>
      <div className="send">
        <PlainButton size="big" busy={isSending} onClick={onSend}>{isSending ? 'กำลังส่งคำขอ' : label('check.send')}</PlainButton>
        <PlainButton tone="sec" onClick={onBack}>{label('check.back')}</PlainButton>
      </div>
    </section>
  );
}
