import { frameworkCode } from '@prongsai/domain/compliance';
import type { RoundBody } from '@prongsai/kernel/contracts';
import { shelfItem, type Stocking } from '../contents/shelves';
import { networkPeople } from '../people/demo-cast';
import { reportStory } from '../report-stories';
import type { ActStory, NetworkStory } from '../story';
import { opensBy } from '../story-days';
import { seedDocumentItem } from './seed-document-item';
import { unitStory, type UnitOutline } from './unit-story';

const network = { slug: 'phangnga', nameTh: 'เครือข่ายสุขภาพจังหวัดพังงา', nameEn: 'Phangnga Health Network', provinceTh: 'พังงา' };
const usuallyOpensOn = '2018-03-01';
const announcementYear = 2561;
const announcedOn = '2018-04-20';

/** The two reports that the letter of 20 April 2561 asks for, in its own words (seed 002). */
const followUps: readonly RoundBody[] = [
  followUp('แบบติดตามและรายงานผลการดำเนินงานการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงานจังหวัดพังงา ครั้งที่ ๑', '2018-04-30'),
  followUp('แบบติดตามและรายงานผลการดำเนินงานการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงานจังหวัดพังงา ผลการดำเนินการเสร็จเรียบร้อย', '2018-05-23'),
];

function followUp(title: string, dueOn: string): RoundBody {
  return { fiscalYear: announcementYear, title, windowFrom: announcedOn, windowUntil: dueOn, dueToSuperiorOn: dueOn, dueToProvinceOn: dueOn };
}

/** Phang Nga: the provincial announcement's eight categories, and its two follow-up rounds of 2561. */
export function tellPhangnga(asOf: string): NetworkStory {
  return {
    ...network, opensOn: opensBy(usuallyOpensOn, asOf), pastYears: [], followUps, ...networkPeople(network.slug, network.provinceTh, 2),
    units: [unitStory(office(asOf), { stock: { oia: [84], eService: [210] }, ownFrameworks: [announcementYear], acts: firstYear })],
  };
}

function office(asOf: string): UnitOutline {
  return {
    slug: 'phangnga', kind: 'provincial_office', name: 'สำนักงานสาธารณสุขจังหวัดพังงา', nameEn: 'Phangnga Provincial Public Health Office', shortName: 'สสจ.พังงา',
    headTitle: 'นายแพทย์สาธารณสุขจังหวัดพังงา', districtTh: null, districtEn: null, provinceTh: network.provinceTh, documentPrefix: 'พง',
    siteWorkGroup: 'กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข', profile: 'phangnga', opensOn: opensBy(usuallyOpensOn, asOf), asOf, number: 32, areaCode: '76',
  };
}

/** What was put online after the announcement, so that the two follow-ups have something to tell. */
function firstYear(stocking: Stocking): ActStory[] {
  const words = { problems: 'อยู่ระหว่างรวบรวมข้อมูลจากกลุ่มงาน (ข้อความสมมติของระบบสาธิต)', suggestions: 'กำหนดผู้รับผิดชอบรายหมวดหมู่ให้ชัดเจน (ข้อความสมมติของระบบสาธิต)' };
  return [
    seedDocumentItem('phangnga', {
      on: '2018-04-24', dataFrom: announcedOn, dataUntil: '2018-09-30', categoryCode: 'phangnga.05', subItemCode: 'phangnga.05.03', requirementCodes: [frameworkCode],
      sourceName: 'จังหวัดพังงา',
    }),
    shelfItem(stocking, 'vision', '2018-04-25'),
    shelfItem(stocking, 'structure', '2018-04-26'),
    ...reportStory({ fiscalYear: announcementYear, round: 'follow_up-1', dueOn: '2018-04-30' }, 'quick', stocking.asOf, words),
    shelfItem(stocking, 'plan', '2018-05-08'),
    shelfItem(stocking, 'procurement', '2018-05-10'),
    ...reportStory({ fiscalYear: announcementYear, round: 'follow_up-2', dueOn: '2018-05-23' }, 'quick', stocking.asOf, words),
  ];
}
