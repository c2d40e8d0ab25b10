import { labelsOf } from '@prongsai/console/ui';
import type { Role } from '@prongsai/kernel/workflow';

/** Names of places, parts, fields and buttons in the frame around every screen. */
const names = {
  'nav.work': ['งานของฉัน', 'My work'],
  'nav.requests': ['คำขอเผยแพร่', 'Requests'],
  'nav.requests.tab': ['คำขอ', 'Requests'],
  'nav.publications': ['เนื้อหาบนเว็บไซต์', 'Published items'],
  'nav.publications.tab': ['เนื้อหา', 'Items'],
  'nav.checks': ['ตรวจข้อมูลบนเว็บ', 'Currency checks'],
  'nav.checks.tab': ['ตรวจข้อมูล', 'Checks'],
  'nav.hours': ['เวลาทำการและคลินิก', 'Hours and clinics'],
  'nav.reports': ['รายงานรอบ 6/12 เดือน', '6/12-month reports'],
  'nav.reports.tab': ['รายงาน', 'Reports'],
  'nav.compliance': ['ข้อกำหนดของหน่วยงาน', 'Requirements'],
  'nav.compliance.tab': ['ข้อกำหนด', 'Requirements'],
  'nav.people': ['คนทำงาน', 'People'],
  'nav.notices': ['แจ้งเตือน', 'Notices'],
  'nav.audit': ['ประวัติการดำเนินการ', 'Audit trail'],
  'nav.back': ['กลับภาพรวมจังหวัด', 'Back to the province'],
  'nav.back.tab': ['จังหวัด', 'Province'],
  'nav.network': ['ภาพรวมจังหวัด', 'Province overview'],
  'nav.network.tab': ['ภาพรวม', 'Overview'],
  'nav.network.reports': ['รายงานของหน่วยงาน', 'Reports of units'],
  'nav.network.rounds': ['รอบรายงาน', 'Report rounds'],
  'nav.network.rounds.tab': ['รอบ', 'Rounds'],
  'nav.network.holidays': ['วันหยุดราชการ', 'Public holidays'],
  'nav.network.units': ['หน่วยงาน', 'Units'],
  'nav.network.open': ['เปิดหน่วยงาน', 'Open a unit'],
  'nav.menu': ['เมนูเจ้าหน้าที่', 'Staff menu'],
  'nav.bottom': ['เมนูล่าง', 'Bottom menu'],
  'nav.all': ['ทั้งหมด', 'All'],
  'nav.skip': ['ข้ามไปเนื้อหาหลัก', 'Skip to main content'],
  'bar.system': ['ระบบเผยแพร่ข้อมูลสาธารณะ', 'Public information publishing'],
  'bar.choose': ['เลือกหน่วยงาน', 'Choose a unit'],
  'bar.switch': ['เปลี่ยนหน่วยงาน', 'Change unit'],
  'bar.units': ['หน่วยงานของท่าน', 'Your units'],
  'bar.networks': ['เครือข่ายจังหวัด', 'Province networks'],
  'bar.site': ['เปิดเว็บไซต์ประชาชนของหน่วยงาน', 'Open the unit\'s public site'],
  'bar.account': ['บัญชีของท่าน', 'Your account'],
  'bar.noticeSettings': ['การรับแจ้งเตือน', 'How I am told'],
  'bar.keys': ['คีย์ลัด', 'Keyboard shortcuts'],
  'bar.signOut': ['ออกจากระบบ', 'Sign out'],
  'bar.unread': ['ยังไม่อ่าน', 'unread'],
  'search.title': ['ค้นหา', 'Search'],
  'search.field': ['ค้นหาหัวข้อหรือเลขคำขอ', 'Search title or request number'],
  'search.go': ['ค้นหา', 'Search'],
  'search.results': ['ผลการค้นหา', 'Results'],
  'keys.title': ['คีย์ลัด', 'Keyboard shortcuts'],
  'keys.on': ['ใช้คีย์ลัด', 'Use keyboard shortcuts'],
  'keys.key': ['ปุ่ม', 'Key'],
  'keys.does': ['การทำงาน', 'Action'],
  'keys.help': ['แสดงคีย์ลัด', 'Show the shortcuts'],
  'keys.search': ['ไปที่ช่องค้นหา', 'Go to search'],
  'home.title': ['เลือกหน่วยงาน', 'Choose a unit'],
  'door.signIn': ['เข้าระบบ', 'Sign in'],
  'door.email': ['อีเมล', 'E-mail'],
  'door.password': ['รหัสผ่าน', 'Password'],
  'door.forgotten': ['ลืมรหัสผ่าน', 'Forgotten password'],
  'door.back': ['กลับไปเข้าระบบ', 'Back to sign in'],
  'door.sendLink': ['ส่งลิงก์ตั้งรหัสผ่านใหม่', 'Send a new password link'],
  'door.set': ['ตั้งรหัสผ่าน', 'Set password'],
  'door.newPassword': ['รหัสผ่านใหม่', 'New password'],
  'door.toSignIn': ['ไปหน้าเข้าระบบ', 'Go to sign in'],
} as const;

export type LabelKey = keyof typeof names;
export const label = labelsOf<LabelKey>(names);

const roles = labelsOf<Role>({
  content_owner: ['เจ้าของข้อมูลข่าวสาร', 'Content owner'],
  approver: ['ผู้อนุมัติรับรอง', 'Approver'],
  unit_head: ['หัวหน้าหน่วยงาน', 'Head of unit'],
  web_master: ['Web Master', 'Web Master'],
  data_steward: ['เจ้าหน้าที่ผู้ดูแลบริหารจัดการข้อมูล', 'Data steward'],
  supervisor: ['ผู้กำกับติดตามระดับจังหวัด', 'Provincial supervisor'],
  network_admin: ['ผู้ดูแลระบบระดับจังหวัด', 'Provincial administrator'],
});

/** The roles of a person, one after another. */
export function rolesText(held: readonly Role[]): string {
  return held.map((role) => roles(role)).join(' · ');
}
