import type { PublicationGroup } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import { listHref } from './list-query';
import type { IconName } from './parts/icons';
import { categoryPath } from './parts/site-frame';
import type { UnitWords } from './unit-words';

/** A thing that people often come for, as a row of the home page. */
export interface Door {
  icon: IconName;
  title: string;
  line: string;
  href: string;
  /** The newest item behind it, where its day says something. */
  newestAt: Date | null;
}

/** What leads to a door: a requirement group, or one sub-item of it by what the frameworks call it. Earlier ones win their place. */
interface Way {
  place: string;
  group: string;
  subItem?: RegExp;
  icon: IconName;
  title: string;
  line: string;
  /** Of news the age says something, of a manual little. */
  showsDay?: true;
}

const ways: readonly Way[] = [
  { place: 'manual', group: 'citizen_manual', icon: 'book', title: 'คู่มือสำหรับประชาชน', line: 'ขั้นตอน ระยะเวลา และเอกสารที่ใช้' },
  { place: 'forms', group: 'citizen_manual', subItem: /แบบฟอร์ม/, icon: 'page', title: 'ดาวน์โหลดแบบฟอร์ม', line: 'แบบฟอร์มติดต่อราชการ' },
  { place: 'procurement', group: 'procurement', icon: 'cart', title: 'จัดซื้อจัดจ้าง', line: 'แผน ประกาศ และผลการจัดซื้อ', showsDay: true },
  { place: 'procurement', group: 'news', subItem: /^ประกาศจัดซื้อจัดจ้าง/, icon: 'cart', title: 'ประกาศจัดซื้อจัดจ้าง', line: 'ประกาศเชิญชวนและแผนการจัดหา', showsDay: true },
  { place: 'results', group: 'news', subItem: /^ผลการจัดซื้อจัดจ้าง/, icon: 'cart', title: 'ผลการจัดซื้อจัดจ้าง', line: 'สรุปผลรายเดือน (แบบ สขร. 1)', showsDay: true },
  { place: 'jobs', group: 'news', subItem: /^ประกาศรับสมัครงาน/, icon: 'work', title: 'รับสมัครงาน', line: 'ประกาศรับสมัครและผลการคัดเลือก', showsDay: true },
  { place: 'complaint', group: 'complaint', icon: 'talk', title: 'เรื่องร้องเรียน', line: 'หลักเกณฑ์ ขั้นตอน และผล' },
  { place: 'e_service', group: 'e_service', icon: 'device', title: 'บริการอิเล็กทรอนิกส์', line: 'บริการที่ทำผ่านอินเทอร์เน็ตได้' },
  { place: 'news', group: 'news', icon: 'news', title: 'ข่าวประชาสัมพันธ์', line: 'ข่าว กิจกรรม และเรื่องแจ้งเตือน', showsDay: true },
  { place: 'knowledge', group: 'knowledge', icon: 'bulb', title: 'ความรู้สุขภาพ', line: 'บทความ ภาพ และสถิติ' },
  { place: 'plan', group: 'plan_budget', icon: 'page', title: 'แผนและงบประมาณ', line: 'นโยบาย แผน และผลการใช้จ่าย' },
  { place: 'basic', group: 'basic', icon: 'home', title: 'ข้อมูลหน่วยงาน', line: 'โครงสร้าง ผู้บริหาร และภารกิจ' },
];
const order = ['manual', 'forms', 'neighbours', 'procurement', 'jobs', 'complaint', 'e_service', 'results', 'news', 'knowledge', 'plan', 'basic'];
const most = 6;

/** What citizens often need, from what the unit really shows: at most six, none that leads to nothing. `networkUrl` is the portal's page of its network. */
export function doorsOf(categories: readonly Category[], groups: readonly PublicationGroup[], words: UnitWords, networkUrl: string): Door[] {
  const doors = new Map<string, Door>();
  for (const { place, group, subItem, icon, title, line, showsDay } of ways) {
    if (doors.has(place)) continue;
    for (const category of categories.filter(({ requirementGroup }) => requirementGroup === group)) {
      const sub = subItem && category.subItems.find((one) => subItem.test(one.title))?.code;
      const behind = groups.filter(({ categoryCode, subItemCode }) => categoryCode === category.code && (!subItem || subItemCode === sub));
      if ((subItem && !sub) || behind.length === 0) continue;
      const newestAt = showsDay ? new Date(Math.max(...behind.map((row) => row.newestAt.getTime()))) : null;
      doors.set(place, { icon, title, line, href: listHref(categoryPath(category.code), {}, { sub }), newestAt });
      break;
    }
  }
  if (words.district) {
    doors.set('neighbours', { icon: 'building', title: 'หน่วยบริการใกล้บ้าน', line: `หน่วยงานใน${words.district}`, href: `${networkUrl}?q=${encodeURIComponent(words.district)}`, newestAt: null });
  }
  return order.flatMap((place) => doors.get(place) ?? []).slice(0, most);
}
