import type { CategoryView, FileView } from '@prongsai/kernel/contracts';
import { formatThaiPhone } from '@prongsai/kernel/thai';
import { categoryTitle, dayText, ErrorSummary, Facts, fileFacts, PlainButton, summaryLines, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMemo } from 'react';
import type { Draft } from './draft';
import { channelWords } from './form-parts';

/** The form as it will be printed, before it is sent. */
export function CheckView({ draft, files, categories, workGroup, unitName, requesterName, problem, isSending, onBack, onSend }: {
  draft: Draft; files: readonly FileView[]; categories: readonly CategoryView[]; workGroup: string | undefined; unitName: string; requesterName: string;
  problem: ApiProblem | null; isSending: boolean; onBack: () => void; onSend: () => void;
}) {
  const { contact } = draft;
  const lines = useMemo(() => (problem ? summaryLines(problem).map(({ text }) => ({ path: '', text })) : []), [problem]);
  return (
    <section className="stack" aria-labelledby="check">
      <ErrorSummary {...(problem ? { title: problem.title } : {})} lines={lines} />
      <div className="card stack">
        <h2 id="check"><Words>ตรวจทานก่อนส่งคำขอ</Words></h2>
        <Facts items={[
          { label: 'ชื่อหน่วยงาน', value: unitName },
          { label: 'หัวข้อ', value: draft.title || '–' },
          { label: 'รายละเอียดข้อมูล', value: draft.details && <span className="pre">{draft.details}</span> },
          { label: 'เอกสารแนบ', value: files.length > 0 && <ul className="plain">{files.map((file) => <li key={file.id}>{file.name} <span className="muted xs">{fileFacts(file.name, file.size)}</span></li>)}</ul> },
          { label: 'Link ภายนอก', value: draft.externalLink },
          { label: 'หมายเหตุ', value: draft.remarks && <span className="pre">{draft.remarks}</span> },
          { label: 'หมวดหมู่', value: categoryTitle(categories, draft.categoryCode || null, draft.subItemCode) },
          { label: 'แหล่งที่มาหรือเจ้าของข้อมูล', value: draft.sourceName || '–' },
          { label: 'กลุ่มงานที่ลงทะเบียน', value: workGroup ?? '' },
          { label: 'ช่วงวันที่ของข้อมูล', value: `${dayText(draft.dataFrom)} ถึง ${dayText(draft.dataUntil)}` },
          { label: 'วันที่เผยแพร่', value: dayText(draft.publishFrom, 'long') },
          { label: 'วันครบระยะเวลาการเผยแพร่', value: draft.publishUntil ? dayText(draft.publishUntil, 'long') : 'ไม่มีวันครบกำหนด' },
          { label: 'แหล่งอ้างอิง', value: draft.credit },
          { label: 'ช่องทางที่นำส่ง', value: channelWords(draft.intakeChannel) },
          { label: 'ข้อมูลการติดต่อกลับ', value: [contact.name, contact.position, contact.unit, contact.phone && formatThaiPhone(contact.phone), contact.email].filter(Boolean).join(' · ') },
          { label: 'ผู้รับผิดชอบการให้ข้อมูล', value: requesterName },
        ]} />
      </div>
      <div className="send">
        <PlainButton size="big" busy={isSending} onClick={onSend}>{isSending ? 'กำลังส่งคำขอ' : 'ส่งคำขอ'}</PlainButton>
        <PlainButton tone="sec" onClick={onBack}>กลับไปแก้ไข</PlainButton>
      </div>
    </section>
  );
}
