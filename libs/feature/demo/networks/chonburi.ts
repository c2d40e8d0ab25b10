import { frameworkCode } from '@prongsai/domain/compliance';
import { networkPeople } from '../people/demo-cast';
import type { NetworkStory } from '../story';
import { opensBy } from '../story-days';
import { seedDocumentItem } from './seed-document-item';
import { unitStory, type UnitOutline } from './unit-story';

const network = { slug: 'chonburi', nameTh: 'เครือข่ายสุขภาพจังหวัดชลบุรี', nameEn: 'Chonburi Health Network', provinceTh: 'ชลบุรี' };
const usuallyOpensOn = '2025-10-01';

/** Chonburi: Bo Thong hospital with its announcement of 8 January 2569 and two data stewards (seed 004), and the office above it. */
export function tellChonburi(asOf: string): NetworkStory {
  return {
    ...network, opensOn: opensBy(usuallyOpensOn, asOf), pastYears: [], followUps: [], ...networkPeople(network.slug, network.provinceTh, 4),
    units: [
      unitStory(office(asOf)),
      unitStory(bothong(asOf), {
        ownFrameworks: [2569],
        acts: () => [seedDocumentItem('bothong', {
          on: '2026-01-09', dataFrom: '2026-01-08', dataUntil: '2026-09-30', categoryCode: 'bothong.10', requirementCodes: [frameworkCode], sourceName: 'โรงพยาบาลบ่อทอง',
        })],
      }),
    ],
  };
}

function office(asOf: string): UnitOutline {
  return {
    slug: 'chonburi', kind: 'provincial_office', name: 'สำนักงานสาธารณสุขจังหวัดชลบุรี', nameEn: 'Chonburi Provincial Public Health Office', shortName: 'สสจ.ชลบุรี',
    headTitle: 'นายแพทย์สาธารณสุขจังหวัดชลบุรี', districtTh: null, districtEn: null, provinceTh: network.provinceTh, documentPrefix: 'ชบ',
    siteWorkGroup: 'กลุ่มงานบริหารทั่วไป', profile: 'dho', opensOn: opensBy(usuallyOpensOn, asOf), asOf, number: 35, areaCode: '38',
  };
}

/** The head of the group decides, an urgent case by word of mouth (seed 004, 2.2). */
function bothong(asOf: string): UnitOutline {
  return {
    slug: 'bothong-hospital', kind: 'hospital', name: 'โรงพยาบาลบ่อทอง', nameEn: 'Bo Thong Hospital', shortName: 'รพ.บ่อทอง', headTitle: 'ผู้อำนวยการโรงพยาบาลบ่อทอง',
    districtTh: 'อำเภอบ่อทอง', districtEn: 'Bo Thong', provinceTh: network.provinceTh, parent: 'chonburi', documentPrefix: 'ชบ',
    siteWorkGroup: 'กลุ่มงานเทคโนโลยีสารสนเทศ', profile: 'bothong', opensOn: opensBy(usuallyOpensOn, asOf), asOf, number: 36, areaCode: '38',
    framework: { decidedBy: 'group_head', verbalApprovalAllowed: true, formVariant: 'own' },
  };
}
