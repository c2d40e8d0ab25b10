import { buddhistYearOf, toThaiDigits } from '@prongsai/kernel/thai';
import type { TenantKind } from '@prongsai/kernel/workflow';
import type { CastName, MemberStory, PersonStory } from '../story';
import { madeUpName } from './made-up-names';

/** Password of every demo person (SPEC 18). */
export const demoPassword = 'prongsai-demo';

/** How many names one unit uses up, data stewards included. */
const namesPerUnit = 13;

/** Address of one of the people that every demo unit has. */
export function castAddress(who: CastName, slug: string): string {
  return `${who}@${slug}.example`;
}

export interface CastWishes {
  slug: string;
  kind: TenantKind;
  headTitle: string;
  siteWorkGroup: string;
  /** Sets this unit's names apart from every other unit's. */
  number: number;
  namesOf: 'general' | 'deepSouth';
  fromOn: string;
  /** Last days of the web masters' terms, where their order names one. */
  termsUntil?: Partial<Record<'webmaster1' | 'webmaster2', string>>;
  /** Data stewards of the site's work group; hospitals need two (seed 004, 4.1). */
  dataStewards?: number;
}

/** Owner, approver, head and two web masters, appointed by order; a hospital's data stewards beside them. */
export function demoCast(wishes: CastWishes): MemberStory[] {
  const { slug, kind, siteWorkGroup, fromOn } = wishes;
  const name = (place: number) => madeUpName(wishes.number * namesPerUnit + place, wishes.namesOf);
  const order = `๑/${toThaiDigits(buddhistYearOf(fromOn))}`;
  const people: MemberStory[] = [
    { email: castAddress('head', slug), name: name(0), position: wishes.headTitle, role: 'unit_head', fromOn },
    { email: castAddress('owner', slug), name: name(1), position: 'นักวิชาการสาธารณสุขปฏิบัติการ', role: 'content_owner', fromOn },
    { email: castAddress('approver', slug), name: name(2), position: `หัวหน้า${siteWorkGroup}`, role: 'approver', fromOn },
    webMaster('webmaster1', name(3), kind === 'hospital' ? 'นักวิชาการคอมพิวเตอร์ปฏิบัติการ' : 'เจ้าพนักงานสาธารณสุขชำนาญงาน'),
    webMaster('webmaster2', name(4), 'เจ้าพนักงานธุรการปฏิบัติงาน'),
  ];
  for (let steward = 1; steward <= (wishes.dataStewards ?? 0); steward += 1) {
    people.push({
      email: `steward${steward}@${slug}.example`, name: name(4 + steward), position: 'เจ้าหน้าที่ผู้ดูแลบริหารจัดการข้อมูล', role: 'data_steward', ofWorkGroup: true,
      orderNumber: order, fromOn,
    });
  }
  return people;

  function webMaster(who: 'webmaster1' | 'webmaster2', itsName: string, position: string): MemberStory {
    const untilOn = wishes.termsUntil?.[who];
    return { email: castAddress(who, slug), name: itsName, position, role: 'web_master', orderNumber: order, fromOn, ...(untilOn ? { untilOn } : {}) };
  }
}

/** The two people of a network. */
export function networkPeople(network: string, provinceTh: string, number: number): { supervisor: PersonStory; admin: PersonStory } {
  return {
    supervisor: { email: `supervisor@${network}.example`, name: madeUpName(600 + number * 2), position: `ผู้กำกับติดตามการเผยแพร่ข้อมูล จังหวัด${provinceTh}` },
    admin: { email: `admin@${network}.example`, name: madeUpName(601 + number * 2), position: `ผู้ดูแลระบบ เครือข่ายสุขภาพจังหวัด${provinceTh}` },
  };
}
