import type { RequestView } from '@prongsai/kernel/contracts';
import { categoryTitle, dayText, Facts, fileFacts, periodText, useCategories, Words } from '@prongsai/console/ui';
import { label } from './labels';

/** The item as citizens will see it, with the category and dates that stand in the form now. */
export function PublicPreview({ slug, request, categoryCode, publishUntil }: { slug: string; request: RequestView; categoryCode: string; publishUntil: string | null }) {
  const { data: categories } = useCategories(slug);
  return (
    <section className="public stack-s" aria-label={label('review.preview')}>
      <p className="xs muted">{label('review.preview')}</p>
      <p className="sm"><Words>{categoryTitle(categories, categoryCode || null, categoryCode === request.categoryCode ? request.subItemCode : null)}</Words></p>
      <p className="title"><b><Words>{request.title ?? ''}</Words></b></p>
      {request.details && <p className="pre measure">{request.details}</p>}
      {request.files.map((file) => <p key={file.id} className="sm"><b>{file.name}</b> <span className="muted nb">{fileFacts(file.name, file.size)}</span></p>)}
      <Facts items={[
        { label: label('review.owner'), value: request.sourceName },
        { label: label('review.period'), value: periodText(request.dataFrom, request.dataUntil) },
        { label: label('review.shownUntil'), value: publishUntil ? dayText(publishUntil) : 'ไม่มีวันครบกำหนด' },
        { label: label('review.credit'), value: request.credit },
      ]} />
    </section>
  );
}
