import type { Stocking } from '../contents/shelves';
import { networkPeople } from '../people/demo-cast';
import { reportStory, usualRounds } from '../report-stories';
import type { ActStory, NetworkStory } from '../story';
import { opensBy } from '../story-days';
import { khemaratYear, khemaratYearItems } from './khemarat-year';
import { seedDocumentItem } from './seed-document-item';
import { unitStory, type UnitOutline } from './unit-story';

const network = { slug: 'ubon', nameTh: 'เครือข่ายสุขภาพจังหวัดอุบลราชธานี', nameEn: 'Ubon Ratchathani Health Network', provinceTh: 'อุบลราชธานี' };
const usuallyOpensOn = '2023-09-25';

/** Ubon Ratchathani: Khemarat with its five topics and the year that its report of 2567 tells of (seed 003), and the office above it. */
export function tellUbon(asOf: string): NetworkStory {
  return {
    ...network, opensOn: opensBy(usuallyOpensOn, asOf), pastYears: [khemaratYear], followUps: [], ...networkPeople(network.slug, network.provinceTh, 3),
    units: [
      unitStory(office(asOf)),
      unitStory(khemarat(asOf), {
        stock: { policy: [], complaintService: [] },
        acts: khemaratActs,
      }),
    ],
  };
}

function khemaratActs(stocking: Stocking): ActStory[] {
  // Problems and suggestions as the report of 2567 words them.
  const words = {
    problems: 'เว็บไซต์ของสำนักงานสาธารณสุขอำเภอเขมราฐ ยังไม่สมบูรณ์และอยู่ในห้วงที่กำลังพัฒนาองค์ประกอบที่กำหนด',
    suggestions: 'เพื่อให้เว็บไซต์มีความสมบูรณ์มากขึ้น เห็นควรจัดการอบรมการพัฒนาเว็บไซต์ให้ผู้รับผิดชอบสามารถพัฒนาเว็บไซต์ได้อย่างต่อเนื่อง',
  };
  return [
    ...khemaratYearItems(stocking),
    // The document is signed by the reporter alone: no acknowledgement, no sending.
    ...usualRounds(khemaratYear).flatMap((round) => reportStory(round, round.round === 'year_close' ? 'signed' : 'inTime', stocking.asOf, words)),
    seedDocumentItem('khemarat', {
      on: '2024-11-06', dataFrom: '2023-10-01', dataUntil: '2024-09-30', categoryCode: 'khemarat.05', subItemCode: 'khemarat.05.04',
      sourceName: 'สำนักงานสาธารณสุขอำเภอเขมราฐ',
    }),
  ];
}

/** It came after the year that is told of, and owes no report of it. */
function office(asOf: string): UnitOutline {
  return {
    slug: 'ubon', kind: 'provincial_office', name: 'สำนักงานสาธารณสุขจังหวัดอุบลราชธานี', nameEn: 'Ubon Ratchathani Provincial Public Health Office', shortName: 'สสจ.อุบลราชธานี',
    headTitle: 'นายแพทย์สาธารณสุขจังหวัดอุบลราชธานี', districtTh: null, districtEn: null, provinceTh: network.provinceTh, documentPrefix: 'อบ',
    siteWorkGroup: 'กลุ่มงานบริหารทั่วไป', profile: 'khemarat', opensOn: opensBy('2024-10-01', asOf), asOf, number: 33, areaCode: '45',
  };
}

/** Whoever looks after the site decides (seed 003, 2.1); the group is the one that its item 1 names. */
function khemarat(asOf: string): UnitOutline {
  return {
    slug: 'khemarat', kind: 'district_office', name: 'สำนักงานสาธารณสุขอำเภอเขมราฐ', nameEn: 'Khemarat District Public Health Office', shortName: 'สสอ.เขมราฐ',
    headTitle: 'สาธารณสุขอำเภอเขมราฐ', districtTh: 'อำเภอเขมราฐ', districtEn: 'Khemarat', provinceTh: network.provinceTh, parent: 'ubon', documentPrefix: 'อบ',
    siteWorkGroup: 'กลุ่มงานบริหาร และสนับสนุน วิชาการและบริการ', profile: 'khemarat', opensOn: opensBy(usuallyOpensOn, asOf), asOf, number: 34, areaCode: '45',
    framework: { decidedBy: 'officer_in_charge', verbalApprovalAllowed: false, formVariant: 'own' },
  };
}
