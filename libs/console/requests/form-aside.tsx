import type { CategoryView, FileView, MemberView } from '@prongsai/kernel/contracts';
import type { TenantRole } from '@prongsai/kernel/workflow';
import { callApi, categoryName, dayText, Facts, fileFacts, FileMark, periodText, tenantKey, tenantPath, today, useMedia, Words, type Page } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import type { Draft } from './draft';
import { label } from './labels';

interface PreviewProps {
  draft: Draft;
  files: readonly FileView[];
  categories: readonly CategoryView[];
}

/** Beside the form (under a disclosure on small screens): what citizens will see, and the three people of the ministry's form. */
export function FormAside({ slug, requesterName, ...preview }: PreviewProps & { slug: string; requesterName: string }) {
  const { data } = useQuery({
    queryKey: tenantKey(slug, 'members'), staleTime: 60_000,
    queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal),
  });
  const isWide = useMedia('(min-width: 1100px)');
  const holding = (...roles: TenantRole[]) => data?.items.filter(({ appointments }) => appointments.some(({ role }) => roles.includes(role))).map(({ name }) => name).join(' หรือ ') ?? '';
  return (
    <aside className="stack beside" aria-label={label('form.preview')}>
      {isWide
        ? <div className="stack-s"><h2 className="small-h"><Words>{label('form.preview')}</Words></h2><Preview {...preview} /></div>
        : <details className="more"><summary><Words>{label('form.preview')}</Words></summary><Preview {...preview} /></details>}
      <div className="card stack-s">
        <h2 className="small-h"><Words>{label('form.people')}</Words></h2>
        <Facts narrow items={[
          { label: label('form.giver'), value: requesterName },
          { label: label('form.approver'), value: holding('approver', 'unit_head') },
          { label: label('form.publisher'), value: holding('web_master') },
        ]} />
        <p className="sm muted"><Words>ท่านได้รับแจ้งผลพร้อมลิงก์ หรือเหตุผลถ้าไม่อนุญาต</Words></p>
      </div>
    </aside>
  );
}

function Preview({ draft, files, categories }: PreviewProps) {
  return (
    <div className="preview stack-s">
      {draft.categoryCode && <p className="xs muted"><Words>{categoryName(categories, draft.categoryCode)}</Words></p>}
      <p className="preview-title"><Words>{draft.title || 'หัวข้อจะแสดงที่นี่'}</Words></p>
      {draft.details && <p className="sm pre few" tabIndex={0}>{draft.details}</p>}
      {files.map((file) => <div className="preview-file" key={file.id}><FileMark name={file.name} /><p className="sm"><b>{file.name}</b><br /><span className="xs muted">{fileFacts(file.name, file.size)}</span></p></div>)}
      <Facts narrow items={[
        { label: label('form.source'), value: draft.sourceName },
        { label: label('form.period'), value: draft.dataFrom || draft.dataUntil ? periodText(draft.dataFrom, draft.dataUntil) : '' },
        { label: label('form.publishFrom'), value: draft.publishFrom && draft.publishFrom > today() ? dayText(draft.publishFrom) : 'เมื่อได้รับอนุญาต' },
        { label: label('form.publishUntil'), value: draft.publishUntil ? dayText(draft.publishUntil) : label('form.noEnd') },
      ]} />
    </div>
  );
}
