import type { RequestView } from '@prongsai/kernel/contracts';
import { formatThaiPhone } from '@prongsai/kernel/thai';
import { delegationKindWords, intakeChannelWords } from '@prongsai/kernel/workflow';
import { DocumentReader } from '@prongsai/console/reader';
import { categoryTitle, dayText, Facts, momentText, periodText, tenantPath, useCategories, useUnit, Words } from '@prongsai/console/ui';
import { label } from './labels';

function personWords(person: RequestView['requester'] | null): string {
  return person ? [person.name, person.position].filter(Boolean).join(' ') : '';
}

/** What is to be published: the documents to be read here, then the words, unless they stand elsewhere, and the link. */
export function RequestDocuments({ slug, request, withWords = true }: { slug: string; request: RequestView; withWords?: boolean }) {
  return (
    <section className="docs" aria-labelledby="docs">
      <h2 id="docs"><Words>{label('review.documents')}</Words></h2>
      {request.files.length > 0 ? <DocumentReader slug={slug} files={request.files} /> : <p className="muted sm">ไม่มีเอกสารแนบ</p>}
      {withWords && request.details && <div><h3 className="small-h">{label('review.details')}</h3><p className="pre measure">{request.details}</p></div>}
      {request.externalLink && <p><span className="muted">{label('review.link')} </span><a href={request.externalLink} target="_blank" rel="noopener noreferrer">{request.externalLink}</a></p>}
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
        { label: label('review.category'), value: categoryTitle(categories, request.categoryCode, request.subItemCode) },
        { label: label('review.source'), value: request.sourceName },
        { label: label('review.group'), value: group ?? '' },
        { label: label('review.period'), value: periodText(request.dataFrom, request.dataUntil) },
        { label: label('review.publishFrom'), value: dayText(request.publishFrom, 'long') },
        { label: label('review.shownUntil'), value: request.publishUntil ? dayText(request.publishUntil, 'long') : 'ไม่มีวันครบกำหนด' },
        { label: label('review.remarks'), value: request.remarks && <span className="pre">{request.remarks}</span> },
        { label: label('review.credit'), value: request.credit },
        { label: label('review.channel'), value: request.intakeChannel && intakeChannelWords[request.intakeChannel] },
        { label: label('review.contact'), value: [contact?.name, contact?.position, contact?.unit, contact?.phone && formatThaiPhone(contact.phone), contact?.email].filter(Boolean).join(' · ') },
        { label: label('review.provider'), value: request.recorded ? `${[contact?.name, contact?.position].filter(Boolean).join(' ')} (บันทึกแทนโดย ${request.requester.name})` : personWords(request.requester) },
        { label: label('review.approver'), value: [personWords(request.decidedBy), request.decidedFor && `${delegationKindWords[request.decidedFor.kind]} ${request.decidedFor.name}`].filter(Boolean).join(' ') },
        { label: label('review.publisher'), value: personWords(request.publishedBy ?? request.webMaster) },
        { label: label('review.submittedAt'), value: request.submittedAt && momentText(request.submittedAt) },
        { label: label('review.decidedAt'), value: request.decidedAt && momentText(request.decidedAt) },
        { label: label('review.publishedAt'), value: request.publishedAt && momentText(request.publishedAt) },
        { label: label('review.paperPreview'), value: <span className="row tight">{(['form', 'memo'] as const).map((kind) => <a key={kind} href={`/api/v1${tenantPath(slug, 'requests', request.id)}/papers/${kind}`} target="_blank" rel="noopener">{label(`review.paper.${kind}`)}<span className="vh"> ในแท็บใหม่</span></a>)}</span> },
        request.url ? { label: label('review.permanentLink'), value: request.state === 'published' ? <a href={request.url} target="_blank" rel="noopener">{request.url}</a> : <>{request.url}<br /><span className="xs muted">เปิดได้เมื่อเผยแพร่แล้ว</span></> } : null,
      ]} />
    </section>
  );
}
