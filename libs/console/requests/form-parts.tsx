import type { CategoryView } from '@prongsai/kernel/contracts';
import { AreaField, ChoiceRow, DayField, SelectField, TextField, Words, type UnitFacts } from '@prongsai/console/ui';
import { intakeChannelWords, cadenceWords } from '@prongsai/kernel/workflow';
import type { Draft } from './draft';

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

type DayKey = 'dataFrom' | 'dataUntil' | 'publishFrom' | 'publishUntil';

function Days({ draft, change, texts, onUnread, fields }: PartProps & { fields: { key: DayKey; label: string; hint?: string; optional?: boolean }[] }) {
  return (
    <div className="g2">
      {fields.map(({ key, ...words }) => (
        <DayField key={key} path={key} {...words} value={draft[key]} error={texts[key]}
          onChange={(day, unread) => { onUnread(key, unread); if (!unread) change({ [key]: day }); }} />
      ))}
    </div>
  );
}

/** Where it will stand, whose it is, what period it covers, how long it is shown. */
export function PlacePart({ categories, unit, requirements, ...part }: PartProps & {
  categories: readonly CategoryView[]; unit: UnitFacts | undefined; requirements: readonly { code: string; title: string }[];
}) {
  const { draft, change, texts } = part;
  const category = categories.find(({ code }) => code === draft.categoryCode);
  return (
    <fieldset>
      <legend><span className="no" aria-hidden="true">2</span><span><Words>หมวดหมู่ แหล่งที่มา และช่วงเวลา</Words></span></legend>
      <SelectField path="categoryCode" label="หมวดหมู่" empty="เลือกหมวดหมู่" value={draft.categoryCode} error={texts['categoryCode']}
        hint={category ? `ตรวจสอบความเป็นปัจจุบัน ${cadenceWords[category.cadence]}` : 'เลือกหมวดหมู่ที่ประชาชนจะหาเรื่องนี้'}
        choices={categories.map(({ code, title }) => ({ value: code, label: title }))} onChange={(categoryCode) => change({ categoryCode, subItemCode: '' })} />
      {category && category.subItems.length > 0 && (
        <SelectField path="subItemCode" label="หัวข้อย่อย" optional empty="ไม่ระบุหัวข้อย่อย" value={draft.subItemCode} error={texts['subItemCode']}
          choices={category.subItems.map(({ code, title }) => ({ value: code, label: title }))} onChange={(subItemCode) => change({ subItemCode })} />
      )}
      {requirements.length > 0 && (
        <details className="more" open={draft.requirementCodes.length > 0}>
          <summary>ใช้เป็นหลักฐานของข้อกำหนด ({draft.requirementCodes.length} ข้อ)</summary>
          <fieldset className="bare boxes">
            <legend className="vh">ใช้เป็นหลักฐานของข้อกำหนด</legend>
            {requirements.map(({ code, title }) => (
              <ChoiceRow key={code} name={`requirement-${code}`} checked={draft.requirementCodes.includes(code)}
                onChange={(checked) => change({ requirementCodes: checked ? [...draft.requirementCodes, code] : draft.requirementCodes.filter((one) => one !== code) })}>
                <Words>{title}</Words>
              </ChoiceRow>
            ))}
          </fieldset>
        </details>
      )}
      <TextField path="sourceName" label="แหล่งที่มาหรือเจ้าของข้อมูล" hint="ชื่อกลุ่มงานหรือหน่วยงาน" value={draft.sourceName} error={texts['sourceName']} onChange={(sourceName) => change({ sourceName })} />
      {unit && unit.workGroups.length > 0 && (
        <SelectField path="workGroupId" label="กลุ่มงานที่ลงทะเบียน" optional empty="ไม่ระบุกลุ่มงาน" value={draft.workGroupId} error={texts['workGroupId']}
          choices={unit.workGroups.map(({ id, name }) => ({ value: id, label: name }))} onChange={(workGroupId) => change({ workGroupId })} />
      )}
      <Days {...part} fields={[{ key: 'dataFrom', label: 'ข้อมูลตั้งแต่วันที่' }, { key: 'dataUntil', label: 'ข้อมูลถึงวันที่' }]} />
      <Days {...part} fields={[
        { key: 'publishFrom', label: 'วันที่เผยแพร่', hint: 'วันแรกที่ประชาชนเห็น' },
        { key: 'publishUntil', label: 'วันครบระยะเวลาการเผยแพร่', optional: true, hint: 'เว้นว่างถ้าไม่มีวันครบกำหนด' },
      ]} />
      <AreaField path="credit" label="แหล่งอ้างอิงของข้อความหรือภาพที่เป็นของผู้อื่น" optional rows={2} value={draft.credit} error={texts['credit']} onChange={(credit) => change({ credit })} />
    </fieldset>
  );
}

/** By which way it came and whom to answer. */
export function ContactPart({ draft, change, texts }: PartProps) {
  const set = (field: Partial<Draft['contact']>) => change({ contact: { ...draft.contact, ...field } });
  return (
    <fieldset>
      <legend><span className="no" aria-hidden="true">3</span><span>การนำส่งและการติดต่อกลับ</span></legend>
      <SelectField path="intakeChannel" label="ช่องทางที่นำส่ง" empty="เลือกช่องทาง" value={draft.intakeChannel} error={texts['intakeChannel']}
        choices={Object.entries(intakeChannelWords).map(([value, label]) => ({ value, label }))} onChange={(value) => change({ intakeChannel: value as Draft['intakeChannel'] })} />
      <div className="g2">
        <TextField path="contact.name" label="ชื่อผู้ติดต่อ" value={draft.contact.name} error={texts['contact.name']} onChange={(name) => set({ name })} />
        <TextField path="contact.position" label="ตำแหน่ง" value={draft.contact.position} error={texts['contact.position']} onChange={(position) => set({ position })} />
      </div>
      <TextField path="contact.unit" label="หน่วยงานของผู้ติดต่อ" value={draft.contact.unit} error={texts['contact.unit']} onChange={(unit) => set({ unit })} />
      <div className="g2">
        <TextField path="contact.phone" label="โทรศัพท์" type="tel" inputMode="tel" value={draft.contact.phone} error={texts['contact.phone']} onChange={(phone) => set({ phone })} />
        <TextField path="contact.email" label="อีเมล" type="email" inputMode="email" value={draft.contact.email} error={texts['contact.email']} onChange={(email) => set({ email })} />
      </div>
    </fieldset>
  );
}
