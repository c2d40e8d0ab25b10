import { gzipSync } from 'node:zlib';
import type { EndedLink, Publication, PublicationFile, PublicationGroup, PublicationLine } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import type { PublicTenant } from '@prongsai/domain/tenant';
import { aboutPage } from './about.page';
import { categoriesPage } from './categories.page';
import { contactPage } from './contact.page';
import { errorPage, errorWords } from './error.page';
import { gonePage, goneText } from './gone.page';
import { homePage } from './home.page';
import { itemPage } from './item.page';
import { listPage, type ListFacts } from './list.page';
import { narrowingOf } from './narrowing';
import { peoplePage } from './people.page';
import { portalReadingPage, readingPage } from './reading.page';
import { missingPage } from './missing.page';
import type { SiteFrame } from './parts/site-frame';
import { networkPage, networksPage } from './portal.page';

const evil = `<script>alert('x')</script>" onclick="alert(1)" <b>'&`;

const tenant: PublicTenant = {
  id: 't', networkId: 'n', slug: 'kapho', kind: 'district_office', state: 'live', nameTh: 'สำนักงานสาธารณสุขอำเภอกะพ้อ', shortNameTh: 'สสอ.กะพ้อ', nameEn: 'Kapho District Public Health Office',
  districtTh: 'กะพ้อ', districtEn: 'Kapho', address: 'อำเภอกะพ้อ จังหวัดปัตตานี 94230', phone: '073494064', fax: '0 7349 4065', email: 'info@kapho.example', mapUrl: 'https://maps.example/kapho',
  headTitle: 'สาธารณสุขอำเภอกะพ้อ', note: 'ข้อมูลสาธิต', networkSlug: 'pattani', networkNameTh: 'เครือข่ายปัตตานี', provinceTh: 'ปัตตานี',
};
const category: Category = {
  profileId: 'dho', code: 'dho.08', ord: 8, titleTh: 'ข่าวประชาสัมพันธ์ (Public Relations) มาตรา ๗', shortTitleTh: 'ข่าวประชาสัมพันธ์', titleEn: 'Public Relations', required: true, cadence: 'monthly',
  countRule: 'acts', origin: 'none', requirementGroup: 'news', subItems: [{ code: 'dho.0801', title: 'ข่าวกิจกรรม' }],
};
const frame: SiteFrame = { tenant, categories: [category], origin: 'http://kapho.localhost:8080', networkUrl: 'http://localhost:8080/pattani', reading: 's0c0', hasClinics: false };
const line = (title: string, index = 0): PublicationLine => ({
  id: `id${index}`, code: `code${index}`, title, categoryCode: category.code, sourceName: 'กลุ่มงานบริหารทั่วไป', liveFrom: new Date('2026-02-05T17:00:00Z'), publishedAt: new Date('2026-02-05T17:00:00Z'), revisedAt: null,
  publishFrom: '2026-02-06', publishUntil: '2027-09-30', dataFrom: '2026-01-01', dataUntil: '2026-01-31', files: [{ extension: 'pdf', size: 1_258_291 }, { extension: 'xlsx', size: 49_152 }],
});
const publication: Publication = {
  tenantId: 't', id: 'id', code: 'bcdfghjkmn', requestId: 'r', title: 'แบบสรุปผลการจัดหาพัสดุ', details: 'ย่อหน้าแรก\nบรรทัดใหม่\n\nย่อหน้าที่สอง', categoryCode: category.code, subItemCode: 'dho.0801', requirementGroup: 'news',
  sourceName: 'กลุ่มงานบริหารทั่วไป', dataFrom: '2026-01-01', dataUntil: '2026-01-31', externalLink: 'https://www.gprocurement.go.th/a', credit: 'กรมบัญชีกลาง', workGroupId: null, publishFrom: '2026-02-06',
  publishUntil: '2027-09-30', liveFrom: new Date('2026-02-05T17:00:00Z'), liveUntil: new Date('2027-09-30T17:00:00Z'), approvalDueAt: null, publishedAt: new Date('2026-02-05T17:00:00Z'), publishedBy: 'p', confirmedCurrentAt: null,
  confirmedCurrentBy: null, expiryRecordedAt: null, takedownDueAt: null, withdrawnAt: null, withdrawnBy: null, withdrawReason: null, withdrawnInError: false, supersededAt: null, supersededBy: null, supersedeReason: null, successorId: null, version: 1, revisedAt: null, revisedBy: null, searchText: '', fileKinds: ['pdf', 'sheet'],
};
const file: PublicationFile = {
  tenantId: 't', publicationId: 'id', number: 1, fileId: 'f', name: 'แบบ สขร. 1.pdf', mediaType: 'application/pdf', extension: 'pdf', size: 1_258_291, storageKey: 'k',
};
const sheet: PublicationFile = { ...file, number: 2, name: 'ตาราง.xlsx', extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', size: 49_152 };
const item = (changes: Partial<Publication> = {}, files = [file, sheet]) => itemPage(frame, { publication: { ...publication, ...changes }, files, category, others: [] });
const group = (changes: Partial<PublicationGroup> = {}): PublicationGroup => ({ categoryCode: category.code, subItemCode: 'dho.0801', fiscalYear: 2569, fileKinds: ['pdf'], count: 1, newestAt: new Date('2026-02-05T17:00:00Z'), ...changes });
const list = (lines: PublicationLine[], changes: Partial<ListFacts> = {}, groups = lines.map(() => group())) =>
  listPage(frame, { place: 'category', category, query: {}, lines, narrowing: narrowingOf(groups, changes.query ?? {}, 'sub'), shelves: [], titles: new Map(), nextCursor: null, spelling: null, ...changes });
const gone = (ended: EndedLink, of = frame) => gonePage(of, { ended, category, others: [line('เรื่องอื่น')] });
const home = (lines: PublicationLine[], counted = true) =>
  homePage(frame, { latest: lines, shown: [{ category, count: counted ? lines.length : 0, newestAt: counted ? new Date('2026-02-05T17:00:00Z') : null }], groups: counted ? [group()] : [], groupTitles: new Map([['news', 'ข่าว']]) });
const portal = { origin: 'http://localhost:8080', isDemo: false, reading: 's0c0' as const, siteOf: (slug: string) => `http://${slug}.localhost:8080/` };
/** What a reader sees: no markup, white space single. */
const words = (html: string) => html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');

const all: Record<string, string> = {
  home: home([line('ก')]), item: item(), list: list([line('ก')]),
  latest: list([line('ก')], { place: 'latest', category: null }), search: list([], { place: 'search', category: null, query: { q: 'ก' }, spelling: 'ข' }), searching: list([], { place: 'search', category: null }),
  categories: categoriesPage(frame, { shown: [{ category, count: 1, newestAt: new Date('2026-02-05T17:00:00Z') }], groups: [group()] }),
  people: peoplePage(frame, [{ name: 'นางสาว ก', position: 'สาธารณสุขอำเภอกะพ้อ', roles: ['unit_head'] }]), reading: readingPage(frame, '/'), 'reading on the portal': portalReadingPage(portal, '/'),
  accessibility: aboutPage(frame, 'accessibility'), privacy: aboutPage(frame, 'privacy'), policy: aboutPage(frame, 'site'),
  gone: gone({ endedAs: 'expired', endedAt: new Date('2026-09-30T17:00:00Z'), explanation: null }), missing: missingPage(frame), contact: contactPage(frame),
  error: errorPage(404, '/', false), portal: networksPage(portal, [{ slug: 'pattani', nameTh: 'ปัตตานี', provinceTh: 'ปัตตานี', units: 1 }], null),
  network: networkPage(portal, { slug: 'pattani', nameTh: 'ปัตตานี', provinceTh: 'ปัตตานี' }, [tenant], { text: 'กะพ้อ', found: [tenant], near: [] }),
};

describe.each(Object.entries(all))('every page: %s', (_, html) => {
  it('is a whole Thai document with one heading of the first rank, a skip link and a main part', () => {
    expect(html).toMatch(/^<!doctype html><html lang="th"><head><meta charset="utf-8"/);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<main /g)).toHaveLength(1);
    expect(html).toContain('href="#main"');
    expect(html).toMatch(/<title>[^<]+<\/title>/);
  });

  it('has no script, nothing inline and nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|<style|style=|<iframe|<object| on[a-z]+=/i);
    for (const [, address] of html.matchAll(/<(?:link|img|source)[^>]* (?:href|src)="([^"]+)"/g)) expect(address).toMatch(/^(\/assets\/[\w.-]+\.[0-9a-f]{16}\.(css|svg|woff2)|\/feed\.xml|http:\/\/([a-z]+\.)?localhost:8080\/.*)$/);
  });

  it('names the lowest browser and the reader for documents, and weighs at most 14 KB', () => {
    expect(words(html)).toMatch(/เบราว์เซอร์ขั้นต่ำ Chrome 90.*PDF/);
    expect(gzipSync(html).length).toBeLessThan(14 * 1024);
  });
});

describe('text that people typed', () => {
  it.each([
    ['title of an item', item({ title: evil })],
    ['details', item({ details: evil })],
    ['source, credit', item({ sourceName: evil, credit: evil })],
    ['file name', item({}, [{ ...file, name: evil }])],
    ['title in a list', home([line(evil)])],
    ['unit', contactPage({ ...frame, tenant: { ...tenant, nameTh: evil, address: evil, note: evil, headTitle: evil, phone: evil } })],
    ['explanation of a withdrawal', gone({ endedAs: 'withdrawn', endedAt: new Date('2026-02-05'), explanation: evil }, frame)],
    ['search', networksPage(portal, [], { text: evil, found: [], near: [evil] })],
    ['search of a unit', list([], { place: 'search', category: null, query: { q: evil }, spelling: evil })],
    ['person', peoplePage(frame, [{ name: evil, position: evil, roles: [] }])],
    ['where the settings lead back to', readingPage(frame, evil)],
  ])('is shown as text: %s', (_, html) => {
    expect(html).toContain("&lt;script>alert('x')&lt;/script>");
    expect(html).not.toMatch(/<script|<b>'| onclick="alert\(1\)/);
    expect(html).not.toMatch(/<[^>]*"\s+onclick=/);
  });

  it('becomes no link of a dangerous kind', () => {
    const linked = item({ externalLink: 'javascript:alert(1)' });
    const contact = contactPage({ ...frame, tenant: { ...tenant, mapUrl: 'data:text/html,x', email: 'javascript:alert(1)@x.y' } });
    expect(linked + contact).not.toMatch(/href="\s*(javascript|data|vbscript):/i);
    expect(linked).not.toContain('ลิงก์ที่เกี่ยวข้อง');
    expect(contact).not.toContain('เปิดแผนที่');
  });

  it('keeps its paragraphs and lines', () => {
    expect(item()).toContain('<p>ย่อหน้าแรก<br/>บรรทัดใหม่</p><p>ย่อหน้าที่สอง</p>');
  });
});

describe('an item', () => {
  it('shows every field that the frameworks ask for', () => {
    const text = words(item());
    for (const part of [
      'แหล่งที่มาหรือเจ้าของข้อมูลกลุ่มงานบริหารทั่วไป', 'ช่วงวันที่ของข้อมูล1–31 มกราคม 2569', 'วันที่เผยแพร่6 กุมภาพันธ์ 2569', 'แสดงถึงวันที่30 กันยายน 2570', 'ประเภทและขนาดไฟล์PDF · 1.2 MB',
      'หมวดหมู่ข่าวประชาสัมพันธ์', 'หัวข้อย่อยข่าวกิจกรรม', 'แหล่งอ้างอิงของข้อความหรือภาพกรมบัญชีกลาง', 'ลิงก์ที่เกี่ยวข้องwww.gprocurement.go.th', 'เอกสารแนบ 2 ไฟล์',
    ]) expect(text).toContain(part);
  });

  it('offers what a browser shows to be opened, and everything to be saved', () => {
    const html = item();
    expect(html).toContain('href="/p/bcdfghjkmn/files/1"');
    expect(html.match(/เปิดดู/g)).toHaveLength(1);
    expect(html.match(/ดาวน์โหลด/g)).toHaveLength(2);
    expect(html).toContain('download="ตาราง.xlsx"');
  });

  it('says when it has no end, no file, and when it was checked', () => {
    const text = words(item({ liveUntil: null, publishUntil: null, confirmedCurrentAt: new Date('2026-03-01T05:00:00Z') }, []));
    expect(text).toContain('แสดงถึงวันที่ไม่มีวันครบกำหนด');
    expect(text).toContain('ประเภทและขนาดไฟล์ไม่มีไฟล์แนบ');
    expect(text).toContain('ตรวจทานล่าสุด 1 มีนาคม 2569');
  });

  it('names a fiscal year, a single day and a longer period', () => {
    expect(words(item({ dataFrom: '2025-10-01', dataUntil: '2026-09-30' }))).toContain('ปีงบประมาณ 2569 (1 ตุลาคม 2568 ถึง 30 กันยายน 2569)');
    expect(words(item({ dataFrom: '2026-02-06', dataUntil: '2026-02-06' }))).toContain('ช่วงวันที่ของข้อมูล6 กุมภาพันธ์ 2569');
    expect(words(item({ dataFrom: '2025-12-15', dataUntil: '2026-01-15' }))).toContain('15 ธันวาคม 2568 ถึง 15 มกราคม 2569');
  });

  it('gives the time of publishing where the origin with date and time is asked for', () => {
    const html = itemPage(frame, { publication, files: [], category: { ...category, origin: 'source_and_time' }, others: [] });
    expect(words(html)).toContain('6 กุมภาพันธ์ 2569 00.00 น.');
    expect(html).toContain('<time datetime="2026-02-06T00:00+07:00">');
  });

  it('is summed up on one line that ends between letters', () => {
    const html = item({ details: `ก\n\n${'ที่'.repeat(80)}` });
    const description = /name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(description).toMatch(/^ก (ที่)+$/);
    expect(description.length).toBeLessThan(160);
  });

  it('marks days for machines in the Common Era', () => expect(item()).toContain('<time datetime="2027-09-30">30\u00a0กันยายน\u00a02570</time>'));
});

describe('lists', () => {
  it('say what to do where nothing is shown', () => {
    const empty = words(list([]));
    expect(empty).toContain('ยังไม่มีข้อมูลในหมวดนี้ สอบถามโทร 0 7349 4064');
    expect(words(home([], false))).toContain('ยังไม่มีรายการที่เผยแพร่ สอบถามโทร 0 7349 4064');
  });

  it('lead on by a link', () => {
    const html = list([line('ก')], { nextCursor: 'a+b', query: { cursor: 'x' } });
    expect(html).toContain('href="/c/dho.08?cursor=a%2Bb"');
    expect(words(html)).toContain('กลับไปรายการล่าสุด');
    expect(html).toContain('<meta name="robots" content="noindex"');
  });

  it('show owner, day, end, type and size of each item', () => {
    expect(words(list([line('ก')]))).toMatch(
      /เจ้าของข้อมูลกลุ่มงานบริหารทั่วไปช่วงข้อมูล1–31 ม\.ค\. 2569เผยแพร่6 ก\.พ\. 2569แสดงถึง30 ก\.ย\. 2570PDF 1\.2 MB.*XLSX 48 KB/,
    );
  });
});

describe('a link that has come down', () => {
  const at = new Date('2026-09-30T17:00:00Z');
  it.each([
    [{ endedAs: 'expired', endedAt: at, explanation: null } as const, 'ข้อมูลนี้ครบระยะเวลาเผยแพร่เมื่อ 30 กันยายน 2569 สอบถามได้ที่ 0 7349 4064'],
    [{ endedAs: 'withdrawn', endedAt: at, explanation: ' ข้อมูลคลาดเคลื่อน ' } as const, 'ข้อมูลนี้นำลงแล้วเมื่อ 1 ตุลาคม 2569 ข้อมูลคลาดเคลื่อน สอบถามได้ที่ 0 7349 4064'],
    [{ endedAs: 'withdrawn', endedAt: at, explanation: null } as const, 'ข้อมูลนี้นำลงแล้วเมื่อ 1 ตุลาคม 2569 สอบถามได้ที่ 0 7349 4064'],
    [{ endedAs: 'superseded', endedAt: at, explanation: null } as const, 'ข้อมูลนี้มีฉบับใหม่แทนเมื่อ 1 ตุลาคม 2569 สอบถามได้ที่ 0 7349 4064'],
  ])('says why and where to ask', (ended, text) => {
    expect(goneText(ended, tenant).replaceAll('\u00a0', ' ')).toBe(text);
    expect(words(gone(ended))).toContain(text);
    expect(gone(ended)).toContain('href="/latest"');
    expect(words(gone(ended))).toContain('เผยแพร่อยู่ในหมวดข่าวประชาสัมพันธ์');
  });

  it('does without a telephone', () => {
    const html = gone({ endedAs: 'expired', endedAt: at, explanation: null }, { ...frame, tenant: { ...tenant, phone: null } });
    expect(words(html)).toContain('30 กันยายน 2569 ดูช่องทางสอบถาม');
  });
});

describe('the unit', () => {
  it('is reached by five facts on every page, and its note and its parents stand there', () => {
    for (const html of [all['home'], all['item'], all['gone']]) {
      for (const part of ['94230', 'tel:073494064', '0\u00a07349\u00a04065', 'mailto:info@kapho.example', 'https://maps.example/kapho']) expect(html).toContain(part);
      expect(words(html ?? '')).toContain('สังกัดสำนักงานสาธารณสุขจังหวัดปัตตานี สำนักงานปลัดกระทรวงสาธารณสุข กระทรวงสาธารณสุขข้อมูลสาธิต');
    }
  });

  it('is not called official on a host that is not the government’s', () => {
    expect(words(all['home'] ?? '')).toContain('เว็บไซต์ของหน่วยงานรัฐ ตรวจสอบอย่างไร');
    expect(words(homePage({ ...frame, origin: 'https://kapho.moph.go.th' }, { latest: [], shown: [], groups: [], groupTitles: new Map() }))).toContain('เว็บไซต์ทางการของหน่วยงานรัฐ');
  });
});

describe('an error', () => {
  it.each([400, 401, 403, 404, 405, 410, 413, 415, 422, 429, 431, 500, 502, 503])('%i has Thai words, no code and no unit', (status) => {
    const { heading, advice } = errorWords(status);
    expect(`${heading}${advice}`).toMatch(/^[\u0E00-\u0E7F ]+$/);
    const html = errorPage(status, 'http://localhost:8080/', false);
    expect(words(html).replace(/เบราว์เซอร์ขั้นต่ำ.*/, '')).not.toMatch(/\d/);
    expect(html).not.toMatch(/กะพ้อ|โทร/);
  });
});
