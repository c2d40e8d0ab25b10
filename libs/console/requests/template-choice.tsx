import type { TemplateView } from '@prongsai/kernel/contracts';
import { callApi, can, ConfirmAct, readWhole, SelectField, tenantKey, tenantPath } from '@prongsai/console/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { label } from './labels';

/** The unit's templates, by name. */
export function useTemplates(slug: string) {
  return useQuery({
    queryKey: tenantKey(slug, 'request-templates'),
    queryFn: async ({ signal }) => (await readWhole<TemplateView>(tenantPath(slug, 'request-templates'), signal)).sort((a, b) => a.name.localeCompare(b.name, 'th')),
  });
}

/** Which template a new request begins with; one's own can be thrown away here. Nothing where the unit has none. */
export function TemplateChoice({ slug, templates, chosen, onChoose }: {
  slug: string; templates: readonly TemplateView[]; chosen: TemplateView | null; onChoose: (template: TemplateView | null) => void;
}) {
  const client = useQueryClient();
  if (templates.length === 0) return null;
  return (
    <div className="narrowing">
      <SelectField path="template" label={label('template.start')} empty={label('template.none')} value={chosen?.id ?? ''} choices={templates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChoose(templates.find((one) => one.id === id) ?? null)} />
      {chosen && can(chosen.abilities, 'delete') && (
        <ConfirmAct label={label('template.delete')} about={chosen.name} title={`${label('template.delete')}: ${chosen.name}`} consequence="ทุกคนในหน่วยงานจะไม่เห็นแม่แบบนี้อีก คำขอที่เริ่มจากแม่แบบนี้ไปแล้วไม่เปลี่ยน" backLabel={label('template.keep')}
          run={() => callApi('DELETE', tenantPath(slug, 'request-templates', chosen.id))} onDone={() => { onChoose(null); void client.invalidateQueries({ queryKey: tenantKey(slug, 'request-templates') }); }} />
      )}
    </div>
  );
}
