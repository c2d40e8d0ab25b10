import { PDFiumLibrary } from '@hyzyla/pdfium';
import { readTextLayer, renderOrder } from '@prongsai/platform/pdf';
import type { RequestFacts, UnitFacts } from '../paper-facts';
import { orderOf } from './paper-order';

const unit: UnitFacts = {
  name: 'สำนักงานสาธารณสุขอำเภอกะพ้อ', kind: 'district_office', province: 'ปัตตานี', headTitle: 'สาธารณสุขอำเภอกะพ้อ', phone: '073494064', documentPrefix: 'ปน 1133',
  siteWorkGroup: 'กลุ่มงานบริหารทั่วไป', site: 'https://kapho.example.go.th',
};
const facts: RequestFacts = {
  unit, formVariant: 'regional', workGroup: 'กลุ่มงานบริหารทั่วไป', number: '23/2570', requestedOn: '2026-10-07', fiscalYear: 2570, title: 'แผนปฏิบัติการ 2570 (Action Plan)',
  details: 'แผนปฏิบัติการประจำปีที่แสดงโครงการ กิจกรรม งบประมาณ และผู้รับผิดชอบ', files: [{ name: 'แผน 2570.pdf', extension: 'pdf', size: 1_254_300 }], sourceName: 'กลุ่มงานบริหารทั่วไป',
  dataFrom: '2026-10-01', dataUntil: '2027-09-30', externalLink: null, link: 'https://kapho.example.go.th/p/7k2mq9x4', category: 'แผนงาน โครงการ และงบประมาณรายจ่ายประจำปี',
  publishFrom: '2026-10-08', publishUntil: '2027-09-30', remarks: null, requirements: [{ code: 'framework', title: 'MOIT 1 ข้อ 1' }], channel: 'ระบบเผยแพร่ข้อมูล', contact: null,
  provider: { name: 'นางสาวนูรีดา สาแม', position: 'นักวิชาการสาธารณสุขชำนาญการ', signedAt: '2026-10-07T02:25:00Z' },
  approver: { name: 'นายอับดุลเลาะ มะแซ', position: 'สาธารณสุขอำเภอกะพ้อ', signedAt: '2026-10-08T03:10:00Z' },
  publisher: { name: 'นายฮาฟิซ เจ๊ะเตะ', position: 'เจ้าพนักงานสาธารณสุขปฏิบัติงาน', signedAt: null },
  via: null, outcome: 'allowed', refusal: null, verbal: null, announcement: { on: '2026-10-07', clause: '๓.๒.๑' },
};
const set = (kind: 'request_form' | 'publication_memo', more: Partial<RequestFacts> = {}) => renderOrder(orderOf({ ...facts, ...more, kind }, { title: facts.title, createdAt: new Date('2026-10-08T08:00:00Z') }));
const CM = 72 / 2.54;

/** Lines of the first page with their text: what stands on one base line, from left to right. */
async function linesOf(file: Buffer): Promise<string[]> {
  const rows = new Map<number, string>();
  for (const { y, text } of readTextLayer(file)[0]?.lines ?? []) rows.set(Math.round(y), `${rows.get(Math.round(y)) ?? ''}|${text.trim()}`);
  return [...rows].sort(([a], [b]) => b - a).map(([, text]) => text.slice(1));
}

/** How much ink stands in a box of the first page, as PDFium draws it. */
async function inkOf(file: Buffer): Promise<(x: number, y: number, size?: number) => number> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(file);
  const { data, width, height } = await document.getPage(0).render({ scale: 2, render: 'bitmap' });
  document.destroy();
  library.destroy();
  // Share of dark points in a box of centimetres from the top left corner.
  return (x, y, size = 0.36) => {
    const scale = width / 21;
    let dark = 0;
    let all = 0;
    for (let row = Math.round(y * scale); row < Math.min(height, (y + size) * scale); row += 1) {
      for (let column = Math.round(x * scale); column < (x + size) * scale; column += 1) {
        all += 1;
        if ((data[(row * width + column) * 4] ?? 255) < 128) dark += 1;
      }
    }
    return all === 0 ? 0 : dark / all;
  };
}

describe('the request form', () => {
  it('has the ministry\'s heads, fields and three people, in this order, on one page', async () => {
    const file = await set('request_form');
    expect(readTextLayer(file)).toHaveLength(1);
    const words = (await linesOf(file)).join('\n');
    const order = [
      'แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์', 'ตามประกาศสำนักงานปลัดกระทรวงสาธารณสุข', 'ชื่อหน่วยงาน|สำนักงานสาธารณสุขอำเภอกะพ้อ จังหวัดปัตตานี', 'วัน/เดือน/ปี|๗ ตุลาคม พ.ศ. ๒๕๖๙',
      'หัวข้อ|แผนปฏิบัติการ ๒๕๗๐ (Action Plan)', 'รายละเอียดข้อมูล|', 'เอกสารแนบ จำนวน ๑ รายการ', '๑. แผน ๒๕๗๐ (PDF ๑.๒ MB)', 'Link ภายนอก|ไม่มี', 'เผยแพร่ที่|https://kapho.example.go.th/p/7k2mq9x4',
      'หมายเหตุ|ใช้เป็นหลักฐาน MOIT ๑ ข้อ ๑ ประจำปีงบประมาณ พ.ศ. ๒๕๗๐', 'ผู้รับผิดชอบการให้ข้อมูล|ผู้อนุมัติรับรอง', '(นางสาวนูรีดา สาแม)|(นายอับดุลเลาะ มะแซ)', 'ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่',
      'ลงชื่อ ……', '(นายฮาฟิซ เจ๊ะเตะ)', 'คำขอที่ ๒๓/๒๕๗๐',
    ];
    let at = -1;
    for (const part of order) {
      const found = words.indexOf(part, at + 1);
      expect([part, found > at]).toEqual([part, true]);
      at = found;
    }
  });

  it('keeps its signatures on the first sheet, however long the details are', async () => {
    const file = await set('request_form', { details: `${facts.details} `.repeat(60) });
    const pages = readTextLayer(file).map(({ lines }) => lines.map(({ text }) => text).join(''));
    expect(pages.length).toBeGreaterThan(1);
    expect([pages[0]?.includes('ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่'), pages[0]?.includes('มีต่อในแผ่นที่ ๒'), pages[1]?.includes('รายละเอียดข้อมูล (ต่อ)')]).toEqual([true, true, true]);
  });

  it('tells a refusal with its reason, and who allowed verbally', async () => {
    const refused = await set('request_form', { outcome: 'refused', refusal: { reason: 'ไม่ตรงหรือไม่เกี่ยวข้องกับภารกิจของหน่วยงาน', comment: null, toldOn: '2026-10-08', channel: 'ระบบเผยแพร่ข้อมูล' } });
    expect((await linesOf(refused)).join('')).toContain('ผลการพิจารณา');
    const verbal = await set('request_form', { verbal: { by: 'นายอับดุลเลาะ มะแซ', position: 'สาธารณสุขอำเภอกะพ้อ', channel: 'โทรศัพท์', at: '2026-10-07T03:00:00Z', confirmedAt: null } });
    expect((await linesOf(verbal)).join('')).toContain('กรณีเร่งด่วน');
  });
});

describe('the memo', () => {
  it('has head, four parts, boxes and signatures at their places', async () => {
    const file = await set('publication_memo');
    const [page] = readTextLayer(file);
    const line = (text: string) => page?.lines.find((one) => one.text.trim().startsWith(text));
    expect(line('บันทึกข้อความ')?.size).toBe(23.5);
    for (const label of ['ส่วนราชการ', 'ที่', 'วันที่', 'เรื่อง']) expect([label, line(label)?.size]).toEqual([label, 16]);
    expect(line('วันที่')?.x).toBeCloseTo((3 + 8) * CM, 0);
    for (const lead of ['ต้นเรื่อง', 'ข้อเท็จจริง', 'ข้อพิจารณา', 'ข้อเสนอ']) expect([lead, line(lead)?.font, Math.round((line(lead)?.x ?? 0) / CM)]).toEqual([lead, 'Sarabun-Bold', 3]);
    expect(line('ตามประกาศ')?.x).toBeCloseTo(5.5 * CM, 0);
    const signed = line('(นายอับดุลเลาะ มะแซ)');
    expect(((signed?.x ?? 0) + (signed?.width ?? 0) / 2) / CM).toBeCloseTo(11, 0);
    expect(line('ปน ๑๑๓๓/')).toBeDefined();
  });

  it('draws a tick into the chosen box alone', async () => {
    const file = await set('publication_memo');
    const ink = await inkOf(file);
    const lines = readTextLayer(file)[0]?.lines ?? [];
    const boxAt = (label: string) => {
      const found = lines.find(({ text }) => text.trim().startsWith(label));
      const base = 29.7 - (found?.y ?? 0) / CM;
      // Inside the box of 0.4 cm that stands before the words.
      return ink((found?.x ?? 0) / CM - 0.4 - 6 / CM + 0.02, base - 0.35);
    };
    const [noted, allowed, refused] = ['ทราบ', 'อนุมัติ/อนุญาต', 'ไม่อนุมัติ'].map(boxAt) as [number, number, number];
    expect(allowed).toBeGreaterThan(noted + 0.04);
    expect(Math.abs(noted - refused)).toBeLessThan(0.04);
  });

  it('prints the opinion only where papers pass through somebody', async () => {
    const via = await set('publication_memo', { via: { name: 'นายสมาน ดาโอ๊ะ', position: 'ผู้ช่วยสาธารณสุขอำเภอกะพ้อ', signedAt: null } });
    const wordsOf = (file: Buffer) => readTextLayer(file).flatMap(({ lines }) => lines.map(({ text }) => text)).join('');
    expect([wordsOf(via).includes('ความเห็นของผู้ช่วยสาธารณสุขอำเภอกะพ้อ'), wordsOf(await set('publication_memo')).includes('ความเห็นของ')]).toEqual([true, false]);
  });
});
