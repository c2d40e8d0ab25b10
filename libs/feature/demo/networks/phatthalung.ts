import { frameworkCode } from '@prongsai/domain/compliance';
import { networkPeople } from '../people/demo-cast';
import type { NetworkStory } from '../story';
import { opensBy } from '../story-days';
import { seedDocumentItem } from './seed-document-item';
import { unitStory, type UnitOutline } from './unit-story';

const network = { slug: 'phatthalung', nameTh: 'เครือข่ายสุขภาพจังหวัดพัทลุง', nameEn: 'Phatthalung Health Network', provinceTh: 'พัทลุง' };
const usuallyOpensOn = '2020-10-01';

/** Phatthalung: Pak Phayun with its own form and announcement of 7 October 2563 (seed 001), and the office above it. */
export function tellPhatthalung(asOf: string): NetworkStory {
  return {
    ...network, opensOn: opensBy(usuallyOpensOn, asOf), pastYears: [], followUps: [], ...networkPeople(network.slug, network.provinceTh, 1),
    units: [
      unitStory(office(asOf)),
      unitStory(pakphayun(asOf), {
        stock: { knowledge: [], news: [19, 50, 88] },
        reports: { six_month: 'inTime', twelve_month: 'late', year_close: 'inTime' },
        ownFrameworks: [2564],
        acts: () => [seedDocumentItem('pakphayun', {
          on: '2020-10-08', dataFrom: '2020-10-07', dataUntil: '2021-09-30', categoryCode: 'dho.05', subItemCode: 'dho.05.03', requirementCodes: [frameworkCode],
          sourceName: 'งานบริหารทั่วไป สำนักงานสาธารณสุขอำเภอปากพะยูน',
        })],
      }),
    ],
  };
}

function office(asOf: string): UnitOutline {
  return {
    slug: 'phatthalung', kind: 'provincial_office', name: 'สำนักงานสาธารณสุขจังหวัดพัทลุง', nameEn: 'Phatthalung Provincial Public Health Office', shortName: 'สสจ.พัทลุง',
    headTitle: 'นายแพทย์สาธารณสุขจังหวัดพัทลุง', districtTh: null, districtEn: null, provinceTh: network.provinceTh, documentPrefix: 'พท',
    siteWorkGroup: 'กลุ่มงานบริหารทั่วไป', profile: 'dho', opensOn: opensBy(usuallyOpensOn, asOf), asOf, number: 30, areaCode: '74',
  };
}

/** Contact facts of seed 001; its numbers are not printed there. No verbal approval: the announcement has none. */
function pakphayun(asOf: string): UnitOutline {
  return {
    slug: 'pakphayun', kind: 'district_office', name: 'สำนักงานสาธารณสุขอำเภอปากพะยูน', nameEn: 'Pak Phayun District Public Health Office', shortName: 'สสอ.ปากพะยูน',
    headTitle: 'สาธารณสุขอำเภอปากพะยูน', districtTh: 'อำเภอปากพะยูน', districtEn: 'Pak Phayun', provinceTh: network.provinceTh, parent: 'phatthalung',
    documentPrefix: 'พท ๐๔๓๒', siteWorkGroup: 'งานเทคโนโลยีและสารสนเทศ', profile: 'dho', opensOn: opensBy(usuallyOpensOn, asOf), asOf, number: 31, areaCode: '74',
    contact: { address: 'ตำบลปากพะยูน อำเภอปากพะยูน จังหวัดพัทลุง 93120', email: 'pakphayun.moph@gmail.com' },
    framework: { decidedBy: 'unit_head', verbalApprovalAllowed: false, formVariant: 'own' },
  };
}
