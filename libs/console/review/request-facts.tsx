import type { RequestView } from '@prongsai/kernel/contracts';
import { formatThaiPhone } from '@prongsai/kernel/thai';
import { intakeChannelWords } from '@prongsai/kernel/workflow';
import { categoryTitle, dayText, Facts, FileRow, momentText, periodText, tenantPath, useCategories, useUnit, Words } from '@prongsai/console/ui';

function personWords(person: RequestView['requester'] | null): string {
  return person ? [person.name, person.position].filter(Boolean).join(' ') : '';
}

/** What is to be published: the words, the files with their bytes one tap away, pictures at once. */
export function RequestDocuments({ slug, request }: { slug: string; request: RequestView }) {
  return (
    <section className="docs" aria-labelledby="docs">
      <h2 id="docs"><Words>เอกสารที่จะเผยแพร่</Words></h2>
      {request.details && <p className="pre measure">{request.details}</p>}
      {request.files.map((file) => (
        <div key={file.id} className="stack-s">
          <FileRow slug={slug} file={file} />
          {file.mediaType.startsWith('image/') && <img src={`/api/v1${tenantPath(slug, 'files', file.id)}/content`} alt={`ภาพจากไฟล์ ${file.name}`} loading="lazy" />}
        </div>
      ))}
      {request.files.length === 0 && <p className="muted sm">ไม่มีเอกสารแนบ</p>}
      {request.externalLink && <p><span className="muted">Link ภายนอก </span><a href={request.externalLink} target="_blank" rel="noopener noreferrer">{request.externalLink}</a></p>}
    </section>
  );
}

/** Everything else that the form holds, in its order, with the three people. */
export function RequestFacts({ slug, request }: { slug: string; request: RequestView }) {
  const { data: categories } = useCategories(slug);
  const { data: unit } = useUnit(slug);
  const { contact } = request;
  const group = unit?.workGroups.find(({ id }) => id === request.workGroupId)?.name;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="vh">ข้อเท็จจริงของคำขอ</h2>
      <Facts narrow items={[
        { label: 'หมวดหมู่', value: categoryTitle(categories, request.categoryCode, request.subItemCode) },
        { label: 'แหล่งที่มาหรือเจ้าของข้อมูล', value: request.sourceName },
        { label: 'กลุ่มงานที่ลงทะเบียน', value: group ?? '' },
        { label: 'ช่วงวันที่ของข้อมูล', value: periodText(request.dataFrom, request.dataUntil) },
        { label: 'วันที่เผยแพร่', value: dayText(request.publishFrom, 'long') },
        { label: 'แสดงบนเว็บถึง', value: request.publishUntil ? dayText(request.publishUntil, 'long') : 'ไม่มีวันครบกำหนด' },
        { label: 'หมายเหตุ', value: request.remarks && <span className="pre">{request.remarks}</span> },
        { label: 'แหล่งอ้างอิง', value: request.credit },
        { label: 'ช่องทางที่นำส่ง', value: request.intakeChannel && intakeChannelWords[request.intakeChannel] },
        { label: 'ข้อมูลการติดต่อกลับ', value: [contact?.name, contact?.position, contact?.unit, contact?.phone && formatThaiPhone(contact.phone), contact?.email].filter(Boolean).join(' · ') },
        { label: 'ผู้รับผิดชอบการให้ข้อมูล', value: personWords(request.requester) },
        { label: 'ผู้อนุมัติรับรอง', value: personWords(request.decidedBy) },
        { label: 'ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่', value: personWords(request.publishedBy ?? request.webMaster) },
        { label: 'ส่งคำขอเมื่อ', value: request.submittedAt && momentText(request.submittedAt) },
        { label: 'พิจารณาเมื่อ', value: request.decidedAt && momentText(request.decidedAt) },
        { label: 'นำขึ้นเผยแพร่เมื่อ', value: request.publishedAt && momentText(request.publishedAt) },
        request.url ? { label: 'ลิงก์ถาวร', value: request.state === 'published' ? <a href={request.url} target="_blank" rel="noopener">{request.url}</a> : <>{request.url}<br /><span className="xs muted">เปิดได้เมื่อเผยแพร่แล้ว</span></> } : null,
      ]} />
    </section>
  );
}
