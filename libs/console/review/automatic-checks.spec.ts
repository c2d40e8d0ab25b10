import type { CategoryView, FilePagesView, FileView, PersonalDataView, RequestView } from '@prongsai/kernel/contracts';
import { automaticChecks } from './automatic-checks';

const file = (id: string, mediaType = 'application/pdf', state: FileView['state'] = 'ready') => ({ id, name: `${id}.pdf`, mediaType, state }) as FileView;
const pages = (...texts: string[]): FilePagesView => ({ state: 'ready', reason: null, count: texts.length, pages: texts.map((text, index) => ({ number: index + 1, width: 1, height: 1, text, url: '' })) });
const complete = {
  files: [file('a')], externalLink: null, sourceName: 'กลุ่มงานบริหารทั่วไป', dataFrom: '2026-10-01', dataUntil: '2027-09-30', publishFrom: '2026-11-24', publishUntil: '2027-09-30', categoryCode: 'dho.1', credit: null,
} as unknown as RequestView;
const categories = [{ code: 'dho.1', origin: 'none' }, { code: 'dho.2', origin: 'source_and_time' }] as CategoryView[];
const looks = (change: Partial<RequestView>, known: Record<string, FilePagesView> = { a: pages('ก') }, personalData?: PersonalDataView) =>
  automaticChecks({ ...complete, ...change }, { today: '2026-11-24', categories, pages: new Map(Object.entries(known)), personalData });
const worth = (...given: Parameters<typeof looks>) => looks(...given).filter(({ state }) => state === 'look').map(({ text }) => text.replaceAll('\u00a0', ' '));

describe('automatic checks', () => {
  it('pass what is complete', () => {
    const checks = looks({});
    expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual(['files pass', 'text pass', 'metadata pass', 'category pass', 'dates pass']);
  });

  it('point at scanned pages, all or some, and at what could not be drawn', () => {
    expect(worth({}, { a: pages('', '') })).toEqual(['“a.pdf” เป็นภาพสแกนทั้งฉบับ ค้นหาและอ่านออกเสียงไม่ได้']);
    expect(worth({}, { a: pages('ก', '', 'ค', '') })).toEqual(['“a.pdf” เป็นภาพสแกนหน้า 2, 4 ค้นหาและอ่านออกเสียงไม่ได้']);
    expect(worth({}, { a: { state: 'none', reason: 'damaged', count: 0, pages: [] } })).toEqual(['ทำภาพหน้าของ “a.pdf” ไม่ได้ เปิดทั้งไฟล์เพื่อตรวจ']);
  });

  it('tell what personal data was found, the reason for it, and what could not be read', () => {
    const finding = { id: '1', kind: 'citizen_id', fileId: null, where: 'ข้อความ', places: [], count: 1, samples: ['1xx45'], text: 'พบเลข', clearance: null } as const;
    const given = { reason: 'เจ้าตัวยินยอม', by: 'เจ้าของ', at: '' };
    expect(worth({}, undefined, { findings: [{ ...finding, samples: ['1xx45'], places: [] }, { ...finding, samples: ['1xx45'], places: [], id: '2', clearance: given }], files: [{ id: 'a', name: 'a.pdf', state: 'unreadable' }] }))
      .toEqual(['พบเลข (1xx45) ยังไม่มีเหตุผล', 'พบเลข (1xx45) เหตุผลที่ให้ไว้: เจ้าตัวยินยอม (เจ้าของ)', '“a.pdf” อ่านข้อความไม่ได้ ตรวจข้อมูลส่วนบุคคลด้วยตา']);
    expect(looks({}, undefined, { findings: [], files: [] }).find(({ id }) => id === 'personal')?.state).toBe('pass');
  });

  it('say nothing of the text before it is known', () => {
    const waiting: FilePagesView = { state: 'waiting', reason: null, count: 0, pages: [] };
    for (const known of [{}, { a: waiting }] as Record<string, FilePagesView>[]) expect(looks({}, known).some(({ id }) => id.startsWith('text'))).toBe(false);
  });

  it('point at files that are missing or still being checked', () => {
    expect(worth({ files: [] })).toEqual(['ไม่มีเอกสารแนบ มีเฉพาะรายละเอียด']);
    expect(worth({ files: [file('x', 'image/png', 'checking')] })).toEqual(['ยังตรวจไฟล์ไม่เสร็จ 1 ไฟล์']);
  });

  it('point at a category outside the framework, or without the origin that it asks for', () => {
    expect(worth({ categoryCode: 'other' })).toEqual(['หมวดหมู่ไม่อยู่ในกรอบแนวทางปีนี้ของหน่วยงาน']);
    expect(worth({ categoryCode: 'dho.2' })).toEqual(['หมวดนี้ต้องบอกแหล่งที่มาพร้อมวันเวลา ยังไม่มีแหล่งอ้างอิง']);
    expect(worth({ categoryCode: 'dho.2', credit: 'ราชกิจจานุเบกษา' })).toEqual([]);
  });

  it('point at dates that have passed and at old information', () => {
    expect(worth({ publishFrom: '2026-11-01' })).toEqual(['ขอเผยแพร่ตั้งแต่ 1 พ.ย. 2569 ซึ่งผ่านมาแล้ว จะแสดงทันทีที่นำขึ้น']);
    expect(worth({ publishFrom: '2026-10-01', publishUntil: '2026-11-23' })).toEqual(['วันครบระยะเวลาการเผยแพร่ผ่านไปแล้ว (23 พ.ย. 2569)']);
    expect(worth({ dataUntil: '2023-09-30' })).toEqual(['ข้อมูลสิ้นสุดเมื่อ 30 ก.ย. 2566 ตรวจว่ายังเป็นปัจจุบัน']);
  });

  it('point at missing metadata', () => {
    expect(worth({ sourceName: null, dataUntil: null })).toEqual(['ยังไม่ได้ระบุเจ้าของข้อมูลและช่วงวันที่ของข้อมูล']);
  });
});
