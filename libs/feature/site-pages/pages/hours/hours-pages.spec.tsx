import { renderToString } from 'preact-render-to-string';
import { gzipSync } from 'node:zlib';
import { emptyWeek, type DayChange, type WeekHours } from '@prongsai/kernel/thai';
import type { PublicClinic, PublicHours } from '@prongsai/domain/hours';
import type { PublicTenant } from '@prongsai/domain/tenant';
import type { SiteFrame } from '../parts/site-frame';
import { ClinicHero } from './clinic-hero';
import { clinicsPage } from './clinics.page';
import { changesAtOf, hoursFacts, type HoursFacts } from './hours-facts';
import { BeforeComing, HoursLines, OpenTag } from './open-now';

const evil = `<script>alert('x')</script>" onclick="alert(1)" <b>'&`;
const at = (text: string) => new Date(`${text}+07:00`);
const morning = [{ from: '08:30', until: '12:00' }];
const both = [...morning, { from: '13:00', until: '16:00' }];
const workweek = (ranges = both): WeekHours => ({ ...emptyWeek, mon: ranges, tue: ranges, wed: ranges, thu: ranges, fri: ranges });
const clinic = (name: string, more: Partial<PublicClinic> = {}): PublicClinic => ({
  id: name, name, appointment: 'ต้องนัด', phoneExtension: null, weekly: workweek(), closesWithUnit: true, changes: new Map(), ...more,
});
const off = (words: string | null): DayChange => ({ ranges: [], words });
const today = '2026-11-24';

const hours = (more: Partial<PublicHours> = {}): PublicHours => ({
  opening: { weekly: workweek([{ from: '08:30', until: '16:30' }]), closedOnHolidays: true, note: 'เว้นวันหยุดราชการ', keeper: 'งานผู้ป่วยนอก', hints: ['บัตรประชาชน หรือใบนัด'], changes: new Map() },
  clinics: [
    clinic('แพทย์แผนไทย', { changes: new Map([[today, off('แพทย์ประชุม')]]) }), clinic('ตรวจโรคทั่วไป', { appointment: 'ไม่ต้องนัด', phoneExtension: '101' }),
    clinic('วัคซีนเด็ก', { weekly: { ...emptyWeek, wed: morning } }),
  ],
  holidays: new Map([['2026-12-10', 'วันรัฐธรรมนูญ']]), editedAt: at('2026-11-24T07:50'), ...more,
});
const facts = (now = at(`${today}T09:00`), asked?: string, of = hours()): HoursFacts => hoursFacts(of, now, asked);
const nothing = hours({ opening: null, clinics: [], editedAt: null });
const words = (html: string) => html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, ' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').trim();
const hero = (of: HoursFacts) => renderToString(<ClinicHero facts={of} phone="073000000">บัตรโทรศัพท์</ClinicHero>);
const frame: SiteFrame = {
  categories: [], origin: 'http://kapho-hospital.localhost:8080', networkUrl: 'http://localhost:8080/pattani', hasClinics: true, reading: 's0c0',
  tenant: { kind: 'hospital', nameTh: 'โรงพยาบาลกะพ้อ', districtTh: 'กะพ้อ', provinceTh: 'ปัตตานี', phone: '073000000', note: null, headTitle: null, nameEn: null } as unknown as PublicTenant,
};

describe('whether a unit is open', () => {
  const told = (of: HoursFacts) => [words(renderToString(<OpenTag facts={of} />)), words(renderToString(<HoursLines facts={of} />))];
  it('stands beside its telephone number', () => {
    expect(told(facts())).toEqual(['เปิดอยู่ ถึง 16.30 น.', 'จันทร์–ศุกร์ 08.30–16.30 น. เว้นวันหยุดราชการ']);
    expect(told(facts(at('2026-11-28T09:00')))).toEqual(['ปิดวันนี้', 'เปิดอีกครั้งวันจันทร์ 08.30 น. จันทร์–ศุกร์ 08.30–16.30 น. เว้นวันหยุดราชการ']);
    expect(told(facts(at('2026-12-10T09:00')))[1]).toContain('วันรัฐธรรมนูญ เปิดอีกครั้งพรุ่งนี้ 08.30 น.');
  });

  it('is not said of a unit that has entered nothing, and such a page need not end early', () => {
    expect(told(facts(undefined, undefined, nothing))).toEqual(['', '']);
    expect(renderToString(<BeforeComing facts={facts(undefined, undefined, nothing)} self="โรงพยาบาล" />)).toBe('');
    expect(changesAtOf(facts(undefined, undefined, nothing))).toBeNull();
    expect(changesAtOf(facts())).toEqual(at('2026-11-24T12:00'));
  });
});

describe('the clinics of a day', () => {
  it('stand in the unit\'s order with a status word, cancelled hours struck through, those without that day last with their next', () => {
    const html = hero(facts());
    expect(words(html)).toMatch(/วันอังคารที่ 24 พฤศจิกายน 2569 คลินิกที่เปิดวันนี้ เปิดอยู่ ถึง 16.30 น. 0 7300 0000 .*แพทย์แผนไทย.*แพทย์ประชุม ครั้งถัดไป พรุ่งนี้ 08.30–12.00 น. งดวันนี้.*ตรวจโรคทั่วไป ไม่ต้องนัด · โทรต่อ 101.*เปิดอยู่.*วัคซีนเด็ก.*ครั้งถัดไป พรุ่งนี้.*ไม่มีวันนี้/);
    expect(html).toMatch(/<s>.*08\.30–12\.00.*<\/s>/);
    expect(html.match(/<s>/g)).toHaveLength(1);
    expect(words(html)).toContain('แก้ไขล่าสุดวันนี้ 07.50 น. โดยงานผู้ป่วยนอก ดูตารางทั้งสัปดาห์');
    expect(html).toContain('href="/clinics#c1"');
  });

  it('can be of another day of the week to come, by a plain link', () => {
    const strip = [...hero(facts()).matchAll(/<a href="(\/(?:\?day=[\d-]+)?)"/g)].map(([, href]) => href);
    expect(strip).toEqual(['/', '/?day=2026-11-25', '/?day=2026-11-26', '/?day=2026-11-27', '/?day=2026-11-30']);
    const friday = hero(facts(undefined, '2026-11-27'));
    expect(words(friday)).toContain('วันศุกร์ที่ 27 พฤศจิกายน 2569 คลินิกวันศุกร์');
    expect(friday).toMatch(/href="\/\?day=2026-11-27" aria-current="date"/);
    expect(words(hero(facts(undefined, '2026-11-29')))).toContain('วันอาทิตย์ไม่มีคลินิก');
  });

  it.each(['2026-11-23', '2026-12-01', 'yesterday', '2026-02-30', ''])('shows today when asked for %j', (asked) => expect(facts(undefined, asked).day).toBe(today));

  it('are all off on a holiday, by its name', () => {
    const html = hero(facts(at('2026-12-10T09:00')));
    expect(words(html)).toContain('วันนี้ไม่มีคลินิก');
    expect(words(html)).toContain('วันรัฐธรรมนูญ');
    expect(html.match(/<s>/g)?.length).toBe(2);
  });

  it('carry what people typed as text only', () => {
    const of = hours({ clinics: [clinic(evil, { appointment: evil, phoneExtension: evil, changes: new Map([[today, off(evil)]]) })] });
    const typed = { ...of, opening: of.opening && { ...of.opening, note: evil, keeper: evil, hints: [evil] } };
    const html = hero(facts(undefined, undefined, typed)) + renderToString(<BeforeComing facts={facts(undefined, undefined, typed)} self="โรงพยาบาล" />) + clinicsPage(frame, facts(undefined, undefined, typed));
    expect(html).not.toMatch(/<script|<b>'|onclick="/);
  });
});

describe('the page of the whole week', () => {
  const html = clinicsPage(frame, facts());
  it('has every clinic with seven days, within the weight of a page', () => {
    expect(html.match(/<tr id="c\d"/g)).toHaveLength(3);
    expect(html.match(/<td /g)).toHaveLength(21);
    expect(words(html)).toContain('จันทร์–ศุกร์ 08.30–12.00 น. และ 13.00–16.00 น.');
    expect(gzipSync(html).length).toBeLessThan(14 * 1024);
    const many = Array.from({ length: 60 }, (_, index) => clinic(`คลินิกเฉพาะทางที่มีชื่อยาวลำดับที่ ${index}`, { phoneExtension: String(index) }));
    expect(gzipSync(clinicsPage(frame, facts(undefined, undefined, hours({ clinics: many })))).length).toBeLessThan(14 * 1024);
  });

  it('has no script and nothing inline', () => expect(html).not.toMatch(/<script|<style|style=| on[a-z]+=/i));
});
