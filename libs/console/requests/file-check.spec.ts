import { quarterOfPart, wrongWithFile } from './file-check';

const max = 4 * 1_048_576;

describe('a file before it is sent', () => {
  it.each([
    ['แผน.pdf', 10, null], ['ภาพ.JPG', max, null],
    ['สไลด์.pptx', 10, 'ไฟล์ชนิดที่ไม่อนุญาต'], ['ไม่มีนามสกุล', 10, 'ไฟล์ชนิดที่ไม่อนุญาต'],
    ['ว่าง.pdf', 0, 'ไม่มีข้อมูล'], ['ใหญ่.pdf', max + 1, 'แบ่งไฟล์'], ['ภาพ.png', 7_130_317, 'ใหญ่ 6.8\u00a0MB เกิน 4\u00a0MB เลือก “ย่อให้อัตโนมัติ”'],
  ])('%s of %i bytes', (name, size, said) => {
    const wrong = wrongWithFile({ name, size }, max);
    if (said === null) expect(wrong).toBeNull();
    else expect(wrong?.text).toContain(said);
  });

  it('only a picture may be made smaller', () => {
    expect(wrongWithFile({ name: 'a.jpeg', size: max + 1 }, max)?.mayShrink).toBe(true);
    expect(wrongWithFile({ name: 'a.zip', size: max + 1 }, max)?.mayShrink).toBe(false);
  });

  it('is told at quarters', () => expect([0, 0.24, 0.25, 0.99, 1, 2].map(quarterOfPart)).toEqual([0, 0, 25, 75, 100, 100]));
});
