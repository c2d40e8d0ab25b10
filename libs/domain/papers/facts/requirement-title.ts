import type { RequirementGroup } from '@prongsai/domain/taxonomy';

/** Requirements of the ministry's indicators, as papers name them (MOIT 1, wording of FY 2569). */
const own: Record<string, string> = {
  framework: 'MOIT 1 ข้อ 1 ประกาศกรอบแนวทางการเผยแพร่ข้อมูล',
  report_six_month: 'MOIT 1 ข้อ 2 รายงานผลรอบ 6 เดือน',
  report_twelve_month: 'MOIT 1 ข้อ 2 รายงานผลรอบ 12 เดือน',
  web_masters: 'เจ้าหน้าที่ผู้ดูแลและบริหารจัดการเว็บไซต์ (Web Master)',
  data_stewards: 'เจ้าหน้าที่ผู้ดูแลบริหารจัดการข้อมูลของกลุ่มงาน',
};

/** What a requirement is called on a paper; a code that nobody knows is printed as it is. */
export function requirementTitle(code: string, groups: ReadonlyArray<Pick<RequirementGroup, 'code' | 'titleTh'>>): string {
  return own[code] ?? groups.find((group) => group.code === code)?.titleTh ?? code;
}
