import { cadenceWords } from '@prongsai/kernel/workflow';
import type { ListItem, PaperBlock } from '@prongsai/platform/pdf';
import type { AnnouncedCategory, FrameworkAnnouncementFacts, PersonFacts } from '../paper-facts';
import { citationsOn } from './citations';
import clauses from './framework-clauses.json';
import { day, dayOfEra, DOTS, fileSize, LONG_DOTS, nameOf, number, signatureOf, typed, year } from './official-thai';

/** ประกาศ แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน, with the framework's items in it: one paper. */
export function frameworkAnnouncement(facts: FrameworkAnnouncementFacts): PaperBlock[] {
  const { unit } = facts;
  const cite = citationsOn(facts.signedOn ?? facts.askedOn);
  return [
    { kind: 'emblem' },
    {
      kind: 'heading', rule: 5,
      text: [`ประกาศ${unit.name}`, 'เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน', `ประจำปีงบประมาณ พ.ศ. ${year(facts.fiscalYear)}`],
    },
    {
      kind: 'paragraph',
      text: `โดยที่มาตรา ๗ และมาตรา ๙ แห่ง${cite.oia} กำหนดให้หน่วยงานของรัฐต้องเปิดเผยข้อมูลข่าวสารของราชการและจัดไว้ให้ประชาชนเข้าตรวจดูได้ และหน่วยงานต้องดำเนินงานตามมาตรฐานเว็บไซต์ภาครัฐ (Government Website Standard) เพื่อให้บริการตามภารกิจและอำนวยความสะดวกให้ประชาชนสามารถเข้าถึงข้อมูลข่าวสารได้สะดวก ถูกต้อง ชัดเจน ครบถ้วน และเป็นปัจจุบัน ประกอบกับ${cite.moph2561}`,
    },
    { kind: 'paragraph', text: `${unit.name}จึงกำหนดแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ดังต่อไปนี้` },
    { kind: 'list', items: items(facts, { ...cite, ...values(facts) }) },
    { kind: 'paragraph', text: `ทั้งนี้ ให้${siteGroup(facts)}นำประกาศนี้ กรอบแนวทาง คำสั่ง และแบบฟอร์มที่เกี่ยวข้อง ขึ้นเผยแพร่บนเว็บไซต์ของหน่วยงาน และให้ทุกกลุ่มงานถือปฏิบัติโดยเคร่งครัด`, above: 9 },
    { kind: 'paragraph', text: 'จึงประกาศให้ทราบโดยทั่วกัน', above: 9, keepWithNext: true },
    ...closing('ประกาศ', facts.signedOn, facts.head),
  ];
}

/** `ประกาศ ณ วันที่ …` and the head's signature. */
export function closing(act: 'ประกาศ' | 'สั่ง', signedOn: string | null, head: PersonFacts): PaperBlock[] {
  const on = signedOn ? dayOfEra(signedOn) : `${DOTS} พ.ศ. …………`;
  return [
    { kind: 'paragraph', text: `${act} ณ วันที่ ${on}`, indent: 5, above: 12, keepWithNext: true },
    { kind: 'signatures', room: head.signedAt ? 0.6 : 1.5, blocks: [{ lines: [...(head.signedAt ? signatureOf(head) : []), nameOf(head), head.position ?? LONG_DOTS] }] },
  ];
}

function items(facts: FrameworkAnnouncementFacts, known: Readonly<Record<string, string>>): ListItem[] {
  const holds: Record<string, boolean> = { verbal: facts.verbalAllowed, hospital: facts.unit.kind === 'hospital' };
  const list: ListItem[] = [];
  for (const { label, text, when } of clauses as Array<{ label: string; text: string; when?: string }>) {
    if (when && !holds[when]) continue;
    if (label === '{categories}') {
      list.push(...facts.categories.map((category, index): ListItem => ({ label: `๑.${number(index + 1)}`, text: announced(category), level: 2 })));
      continue;
    }
    const filled = text.replace(/\{(\w+)\}/g, (_, key: string) => known[key] ?? DOTS);
    const last = list.at(-1);
    // A clause without a number goes on with the one before it.
    if (label === '' && last) last.text = `${String(last.text)} ${filled}`;
    else list.push({ label, text: filled, level: label.replace(/\.$/, '').split('.').length });
  }
  return [...list, ...facts.ownClauses.map((text, index): ListItem => ({ label: `๔.${number(7 + index)}`, text: `${typed(text)} (ข้อที่หน่วยงานกำหนดเพิ่ม)`, level: 2 }))];
}

const origins = { none: '', source: ' โดยแสดงที่มาของข้อมูลอย่างชัดเจน', source_and_time: ' โดยแสดงที่มา วัน และเวลาของข้อมูลอย่างชัดเจน' } as const;

function announced({ title, subItems, cadence, origin, required }: AnnouncedCategory): string {
  const holds = subItems.length > 0 ? ` ประกอบด้วย ${subItems.map(typed).join(' ')}` : '';
  const checked = cadence === 'as_needed' ? '' : ` ตรวจสอบและปรับปรุง${typed(cadenceWords[cadence])}`;
  const optional = required || title.includes('(ถ้ามี)') ? '' : ' (ถ้ามี)';
  return `${typed(title)}${holds}${origins[origin]}${checked}${optional}`;
}

function siteGroup({ unit }: FrameworkAnnouncementFacts): string {
  return unit.siteWorkGroup ?? 'กลุ่มงานที่ได้รับมอบหมาย';
}

function values(facts: FrameworkAnnouncementFacts): Record<string, string> {
  return {
    site: facts.unit.site, siteGroup: siteGroup(facts), decider: facts.decider, headTitle: facts.unit.headTitle ?? 'หัวหน้าหน่วยงาน',
    intakeEmail: facts.intakeEmail ?? '', daysToDecide: number(facts.daysToDecide), daysToPublish: number(facts.daysToPublish), daysToConfirm: number(facts.daysToConfirm),
    minWebMasters: number(facts.minWebMasters), logDays: number(facts.logDays), extensions: facts.extensions.join(' '), maxFileSize: fileSize(facts.maxFileBytes),
    reportTo: facts.reportTo, dueSix: dayWithoutYear('2026-02-28'), dueTwelve: dayWithoutYear('2026-07-31'),
  };
}

function dayWithoutYear(on: string): string {
  return day(on).split('\u00a0').slice(0, 2).join('\u00a0');
}
