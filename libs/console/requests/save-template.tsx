import type { TemplateView } from '@prongsai/kernel/contracts';
import { callApi, ErrorSummary, fieldTexts, PlainButton, Sheet, summaryLines, tenantKey, tenantPath, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { label } from './labels';

/** Keeps what this request holds under a name, for everyone of the unit to begin with. */
export function SaveTemplate({ slug, requestId }: { slug: string; requestId: string }) {
  const client = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const [own, setOwn] = useState<{ path: string; text: string }[]>([]);
  const act = useMutation<TemplateView, ApiProblem>({
    mutationFn: () => callApi<TemplateView>('POST', tenantPath(slug, 'request-templates'), { requestId, name: name.trim() }),
    onSuccess: () => { setOpened(false); void client.invalidateQueries({ queryKey: tenantKey(slug, 'request-templates') }); },
  });
  const refused = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const lines = own.length > 0 ? own : refused;
  function send(event: FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    if (act.isPending) return;
    const wrong = name.trim() ? [] : [{ path: 'name', text: 'ยังไม่ได้ตั้งชื่อแม่แบบ' }];
    setOwn(wrong);
    if (wrong.length === 0) act.mutate();
  }
  return (
    <>
      <button type="button" className="btn quiet small" onClick={() => { act.reset(); setOpened(true); }}>{act.isSuccess ? <span role="status">{`บันทึกแม่แบบ ${act.data.name} แล้ว`}</span> : label('template.save')}</button>
      <Sheet title={label('template.save')} opened={opened} onClose={() => setOpened(false)}>
        <form className="stack" noValidate onSubmit={send}>
          <ErrorSummary title={act.error?.title ?? 'ยังบันทึกไม่ได้'} lines={lines} />
          <p className="sm muted"><Words>เก็บหัวข้อ รายละเอียด หมวดหมู่ แหล่งที่มา และหมายเหตุ ไม่เก็บวันที่ ผู้ติดต่อ และไฟล์ ทุกคนในหน่วยงานใช้ได้</Words></p>
          <TextField path="name" label={label('template.name')} value={name} onChange={setName} error={fieldTexts(lines)['name']} placeholder="เช่น สขร. 1 รายเดือน" />
          <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('template.save')}</PlainButton>
        </form>
      </Sheet>
    </>
  );
}
