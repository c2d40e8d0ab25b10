import type { FilePolicyView } from '@prongsai/kernel/contracts';
import { allowedEndings, quarterOfPart, wrongWithFile } from './file-check';

const max = 4 * 1_048_576;
const row = (name: string, message: string) => ({ class: name, outcome: 'refused' as const, title: '', sentence: '', message });
const policy: FilePolicyView = {
  maxBytes: max, scanned: false, endings: [...allowedEndings],
  items: [
    row('empty', '“{ชื่อไฟล์}” ไม่มีข้อมูล'), row('other_type', '“{ชื่อไฟล์}” เป็นไฟล์ชนิดที่ไม่อนุญาต'), row('too_large', '“{ชื่อไฟล์}” ใหญ่ {ขนาด} แบ่งไฟล์'),
    row('image_too_large', 'ภาพ “{ชื่อไฟล์}” ใหญ่ {ขนาด}\u00a0MB เกิน {สูงสุด}\u00a0MB เลือก “ย่อให้อัตโนมัติ”'),
  ],
};

describe('a file before it is sent', () => {
  it.each([
    ['แผน.pdf', 10, null], ['ภาพ.JPG', max, null],
    ['สไลด์.pptx', 10, 'ไฟล์ชนิดที่ไม่อนุญาต'], ['ไม่มีนามสกุล', 10, 'ไฟล์ชนิดที่ไม่อนุญาต'],
    ['ว่าง.pdf', 0, 'ไม่มีข้อมูล'], ['ใหญ่.pdf', max + 1, 'แบ่งไฟล์'], ['ภาพ.png', 7_130_317, 'ใหญ่ 6.9\u00a0MB เกิน 4\u00a0MB เลือก “ย่อให้อัตโนมัติ”'],
  ])('%s of %i bytes', (name, size, said) => {
    const wrong = wrongWithFile({ name, size }, policy);
    if (said === null) expect(wrong).toBeNull();
    else expect(wrong?.text).toContain(said);
  });

  it('only a picture may be made smaller', () => {
    expect(wrongWithFile({ name: 'a.jpeg', size: max + 1 }, policy)?.mayShrink).toBe(true);
    expect(wrongWithFile({ name: 'a.zip', size: max + 1 }, policy)?.mayShrink).toBe(false);
  });

  it('is left to the server while the table is not here', () => expect(wrongWithFile({ name: 'x.exe', size: 1 }, undefined)).toBeNull());

  it('is told at quarters', () => expect([0, 0.24, 0.25, 0.99, 1, 2].map(quarterOfPart)).toEqual([0, 0, 25, 75, 100, 100]));
});
