import type { CategoryView } from '@prongsai/kernel/contracts';
import { cadenceWords, intakeChannelWords, suggestedEnd } from '@prongsai/kernel/workflow';
import { AreaField, categoryName, ChoiceRow, DayField, dayText, SelectField, TextField, today, Words, type UnitFacts } from '@prongsai/console/ui';
import type { ReactNode } from 'react';
import { categoryChange } from './category-change';
import type { Draft } from './draft';
import { label } from './labels';

/** What every part of the form gets. `texts` holds the sentence beside each field, by path. */
export interface PartProps {
  draft: Draft;
  change: (fields: Partial<Draft>) => void;
  texts: Record<string, string>;
  /** A text that is no day: its sentence, or null when it is one. */
  onUnread: (path: string, text: string | null) => void;
}

/** Thai words of an intake channel, as the form prints them. */
export function channelWords(channel: Draft['intakeChannel'] | null): string {
  return channel ? intakeChannelWords[channel] : '';
}

/** A part of the form with its number, in the order of the paper form. */
export function Part({ no, title, children }: { no: number; title: string; children: ReactNode }) {
  return <fieldset id={`part-${no}`}><legend><span className="no" aria-hidden="true">{no}</span><Words>{title}</Words></legend>{children}</fieldset>;
}

type DayKey = 'dataFrom' | 'dataUntil' | 'publishFrom' | 'publishUntil';

function Day({ draft, change, texts, onUnread, name, title, hint, optional = false }: PartProps & { name: DayKey; title: string; hint?: string; optional?: boolean }) {
  return (
    <DayField path={name} label={title} value={draft[name]} error={texts[name]} optional={optional} {...(hint ? { hint } : {})}
      onChange={(day, unread) => { onUnread(name, unread); if (!unread) change({ [name]: day }); }} />
  );
}

/** Part 1: the topic and where citizens will find it. */
export function SubjectPart({ categories, requirements, unitName, ...part }: PartProps & {
  categories: readonly CategoryView[]; requirements: readonly { code: string; title: string }[]; unitName: string;
}) {
  const { draft, change, texts } = part;
  const category = categories.find(({ code }) => code === draft.categoryCode);
  return (
    <Part no={1} title={label('form.part1')}>
      <p className="sm muted"><Words>{`${label('form.unit')}: ${unitName}`}</Words></p>
      <AreaField path="title" label={label('form.topic')} hint="เขียนให้ประชาชนเข้าใจ ว่าเรื่องอะไร ของใคร ช่วงเวลาใด" rows={2} value={draft.title} error={texts['title']} onChange={(title) => change({ title })} />
      <AreaField path="details" label={label('form.details')} hint="ใส่รายละเอียดหรือแนบไฟล์ อย่างน้อยหนึ่งอย่าง" rows={4} value={draft.details} error={texts['details']} onChange={(details) => change({ details })} />
      <SelectField path="categoryCode" label={label('form.category')} empty={label('form.chooseCategory')} value={draft.categoryCode} error={texts['categoryCode']}
        hint={category ? cadenceText(category) : 'เลือกหมวดหมู่ที่ประชาชนจะหาเรื่องนี้'} choices={categories.map(({ code, title }) => ({ value: code, label: title }))}
        onChange={(code) => change(categoryChange(draft, category, categories.find((one) => one.code === code), requirements, today()))} />
      {category && category.subItems.length > 0 && (
        <SelectField path="subItemCode" label={label('form.subItem')} optional empty={label('form.noSubItem')} value={draft.subItemCode} error={texts['subItemCode']}
          choices={category.subItems.map(({ code, title }) => ({ value: code, label: title }))} onChange={(subItemCode) => change({ subItemCode })} />
      )}
      {requirements.length > 0 && <Evidence draft={draft} change={change} requirements={requirements} suggested={category?.requirementGroup} />}
    </Part>
  );
}

/** Why the category will come back: its cadence in words. */
function cadenceText({ cadence }: CategoryView): string {
  return cadence === 'as_needed' ? 'หมวดนี้ปรับปรุงเมื่อมีการเปลี่ยนแปลง ไม่มีรอบตรวจ' : `หมวดนี้ตรวจความเป็นปัจจุบัน${cadenceWords[cadence]} ระบบเตือน Web Master เมื่อถึงรอบ`;
}

function Evidence({ draft, change, requirements, suggested }: Pick<PartProps, 'draft' | 'change'> & { requirements: readonly { code: string; title: string }[]; suggested: string | undefined }) {
  const chosen = requirements.filter(({ code }) => draft.requirementCodes.includes(code));
  return (
    <details className="more">
      <summary><Words>{`${label('form.requirement')}: ${chosen.length === 0 ? 'ยังไม่ได้เลือก' : chosen.length === 1 ? `${chosen[0]?.title}${chosen[0]?.code === suggested ? ` (${label('form.suggested')})` : ''}` : `${chosen.length} ข้อ`}`}</Words></summary>
      <fieldset className="bare boxes">
        <legend className="vh">{label('form.requirement')}</legend>
        {requirements.map(({ code, title }) => (
          <ChoiceRow key={code} name={`requirement-${code}`} checked={draft.requirementCodes.includes(code)}
            onChange={(checked) => change({ requirementCodes: checked ? [...draft.requirementCodes, code] : draft.requirementCodes.filter((one) => one !== code) })}>
            <Words>{code === suggested ? `${title} (${label('form.suggested')})` : title}</Words>
          </ChoiceRow>
        ))}
      </fieldset>
    </details>
  );
}

/** Part 2: whose it is, what period it covers, how long it is shown. */
export function SourcePart({ categories, unit, ...part }: PartProps & { categories: readonly CategoryView[]; unit: UnitFacts | undefined }) {
  const { draft, change, texts } = part;
  const category = categories.find(({ code }) => code === draft.categoryCode);
  const end = category ? suggestedEnd(draft.publishFrom ?? today(), category.cadence) : null;
  const endHint = !category ? 'เว้นว่างถ้าไม่มีวันครบกำหนด' : end ? `หมวด${categoryName(categories, category.code)}แนะนำถึง ${dayText(end)} ระบบเตือนก่อนครบ 30 วัน` : 'หมวดนี้แนะนำให้แสดงจนกว่าจะมีฉบับใหม่';
  return (
    <Part no={2} title={label('form.part2')}>
      <TextField path="sourceName" label={label('form.source')} hint="ชื่อกลุ่มงานหรือหน่วยงาน" value={draft.sourceName} error={texts['sourceName']} onChange={(sourceName) => change({ sourceName })} />
      {unit && unit.workGroups.length > 0 && (
        <SelectField path="workGroupId" label={label('form.group')} optional empty={label('form.noGroup')} value={draft.workGroupId} error={texts['workGroupId']}
          choices={unit.workGroups.map(({ id, name }) => ({ value: id, label: name }))} onChange={(workGroupId) => change({ workGroupId })} />
      )}
      <div className="g2">
        <Day {...part} name="dataFrom" title={label('form.dataFrom')} />
        <Day {...part} name="dataUntil" title={label('form.dataUntil')} />
      </div>
      <Day {...part} name="publishFrom" title={label('form.publishFrom')} hint="วันแรกที่ประชาชนเห็น" />
      <div className="end-day">
        <Day {...part} name="publishUntil" title={label('form.publishUntil')} optional hint={endHint} />
        <p className="row tight">
          {end && end !== draft.publishUntil && <button type="button" className="btn quiet small" onClick={() => { part.onUnread('publishUntil', null); change({ publishUntil: end }); }}>{label('form.useSuggested')} {dayText(end)}</button>}
          {draft.publishUntil && <button type="button" className="btn quiet small" onClick={() => { part.onUnread('publishUntil', null); change({ publishUntil: null }); }}>{label('form.noEnd')}</button>}
        </p>
      </div>
      <AreaField path="credit" label={label('form.credit')} optional rows={2} value={draft.credit} error={texts['credit']} onChange={(credit) => change({ credit })} />
    </Part>
  );
}

const nobody: Draft['contact'] = { name: '', position: '', unit: '', phone: '', email: '' };

/** Part 4: by which way it came and whom to answer. */
export function ContactPart({ draft, change, texts, own }: PartProps & { own: Draft['contact'] }) {
  const set = (field: Partial<Draft['contact']>) => change({ contact: { ...draft.contact, ...field } });
  return (
    <Part no={4} title={label('form.part4')}>
      <fieldset className="bare">
        <legend>{label('form.whose')}</legend>
        <ChoiceRow type="radio" name="recorded" checked={!draft.recorded} onChange={() => change({ recorded: false, ...(draft.recorded ? { contact: own, intakeChannel: 'console' as const } : {}) })}><Words>{label('form.whose.mine')}</Words></ChoiceRow>
        <ChoiceRow type="radio" name="recorded" checked={draft.recorded} onChange={() => change({ recorded: true, ...(draft.recorded ? {} : { contact: nobody, intakeChannel: 'letter' as const }) })}>
          <Words>{label('form.whose.recorded')}</Words><br /><span className="hint"><Words>ท่านเป็นผู้ขอในระบบ ผลตอบไปตามช่องทางที่นำส่ง ทางอีเมลถ้ามีที่อยู่ มิฉะนั้นระบบเตือนให้ท่านตอบเป็นหนังสือ</Words></span>
        </ChoiceRow>
      </fieldset>
      <SelectField path="intakeChannel" label={label('form.channel')} empty={label('form.chooseChannel')} value={draft.intakeChannel} error={texts['intakeChannel']}
        choices={Object.entries(intakeChannelWords).map(([value, words]) => ({ value, label: words }))} onChange={(value) => change({ intakeChannel: value as Draft['intakeChannel'] })} />
      <div className="g2">
        <TextField path="contact.name" label={label('form.contact.name')} value={draft.contact.name} error={texts['contact.name']} onChange={(name) => set({ name })} />
        <TextField path="contact.position" label={label('form.contact.position')} value={draft.contact.position} error={texts['contact.position']} onChange={(position) => set({ position })} />
      </div>
      <TextField path="contact.unit" label={label('form.contact.unit')} value={draft.contact.unit} error={texts['contact.unit']} onChange={(unit) => set({ unit })} />
      <p className="hint">ใส่โทรศัพท์หรืออีเมลอย่างน้อยหนึ่งอย่าง</p>
      <div className="g2">
        <TextField path="contact.phone" label={label('form.contact.phone')} type="tel" inputMode="tel" value={draft.contact.phone} error={texts['contact.phone']} onChange={(phone) => set({ phone })} />
        <TextField path="contact.email" label={label('form.contact.email')} type="email" inputMode="email" value={draft.contact.email} error={texts['contact.email']} onChange={(email) => set({ email })} />
      </div>
      <AreaField path="remarks" label={label('form.remarks')} optional rows={2} value={draft.remarks} error={texts['remarks']} onChange={(remarks) => change({ remarks })} />
    </Part>
  );
}
