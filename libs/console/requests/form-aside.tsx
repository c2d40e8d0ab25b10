import type { CategoryView, FileView, MemberView } from '@prongsai/kernel/contracts';
import type { TenantRole } from '@prongsai/kernel/workflow';
import { callApi, categoryTitle, dayText, Facts, fileFacts, periodText, tenantKey, tenantPath, Words, type Page } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import type { Draft } from './draft';

/** Beside the form: what citizens will see, and the three people whom the ministry's form names. */
export function FormAside({ slug, draft, files, categories, requesterName }: {
  slug: string; draft: Draft; files: readonly FileView[]; categories: readonly CategoryView[]; requesterName: string;
}) {
  const { data } = useQuery({
    queryKey: tenantKey(slug, 'members'), staleTime: 60_000,
    queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal),
  });
  const holding = (...roles: TenantRole[]) => data?.items.filter(({ appointments }) => appointments.some(({ role }) => roles.includes(role))).map(({ name }) => name).join(' หรือ ') ?? '';
  return (
    <aside className="stack beside" aria-label="ตัวอย่างและผู้เกี่ยวข้อง">
      <div className="preview stack-s">
        <p className="xs muted">ตัวอย่างหน้าที่ประชาชนเห็น</p>
        <p className="xs muted"><Words>{categoryTitle(categories, draft.categoryCode || null, draft.subItemCode)}</Words></p>
        <p><b><Words>{draft.title || 'หัวข้อจะแสดงที่นี่'}</Words></b></p>
        {draft.details && <p className="sm pre few">{draft.details}</p>}
        {files.map((file) => <p key={file.id} className="xs"><b>{file.name}</b> <span className="muted">{fileFacts(file.name, file.size)}</span></p>)}
        <Facts narrow items={[
          { label: 'เจ้าของข้อมูล', value: draft.sourceName },
          { label: 'ช่วงวันที่ของข้อมูล', value: draft.dataFrom || draft.dataUntil ? periodText(draft.dataFrom, draft.dataUntil) : '' },
          { label: 'แสดงบนเว็บถึง', value: draft.publishUntil ? dayText(draft.publishUntil) : 'ไม่มีวันครบกำหนด' },
        ]} />
      </div>
      <div className="card stack-s">
        <h2 className="small-h"><Words>ผู้เกี่ยวข้องตามแบบฟอร์ม</Words></h2>
        <Facts narrow items={[
          { label: 'ผู้รับผิดชอบการให้ข้อมูล', value: requesterName },
          { label: 'ผู้อนุมัติรับรอง', value: holding('approver', 'unit_head') },
          { label: 'ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่', value: holding('web_master') },
        ]} />
        <p className="sm muted"><Words>ท่านได้รับแจ้งผลพร้อมลิงก์ หรือเหตุผลถ้าไม่อนุญาต</Words></p>
      </div>
    </aside>
  );
}
