import { cadenceWords } from '@prongsai/kernel/workflow';
import type { CategoryView } from '@prongsai/kernel/contracts';
import { PlainButton, Reading, Words } from '@prongsai/console/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { label } from './labels';
import type { StepProps } from './step-props';

/** The categories that the unit's kind brings, with what each holds and how often it must be looked after. */
export function CategoriesStep({ categories, onNext, onBack }: StepProps & { categories: UseQueryResult<CategoryView[]> }) {
  const { data, isPending, error, refetch } = categories;
  return (
    <>
      <h2>หมวดหมู่ที่หน่วยงานต้องเผยแพร่</h2>
      <Reading isPending={isPending} error={error} onRetry={() => void refetch()} what="หมวดหมู่">
        {data && (
          <>
            <p className="lead"><Words>{`มาจากแม่แบบของประเภทหน่วยงาน ${data.length} หมวด ไม่ต้องตั้งเอง แต่ละหมวดเริ่มว่างและบอกประชาชนว่าติดต่อที่ใด`}</Words></p>
            <ol className="list cats">
              {data.map((category) => (
                <li key={category.code}>
                  <details><summary><b><Words>{category.title}</Words></b> <span className="sm muted"><Words>{[cadenceWords[category.cadence], category.required ? '' : 'มีเมื่อมีเรื่อง'].filter(Boolean).join(' · ')}</Words></span></summary>
                    {category.subItems.length > 0 ? <ul className="sm">{category.subItems.map(({ code, title }) => <li key={code}><Words>{title}</Words></li>)}</ul> : <p className="sm muted">ไม่มีหัวข้อย่อยกำหนดไว้</p>}
                  </details>
                </li>
              ))}
            </ol>
          </>
        )}
      </Reading>
      <div className="row"><PlainButton size="big" onClick={onNext}>{label('open.next')}</PlainButton><PlainButton tone="quiet" onClick={onBack}>{label('open.back')}</PlainButton></div>
    </>
  );
}
