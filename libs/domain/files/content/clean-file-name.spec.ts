import fc from 'fast-check';
import { cleanFileName, extensionOf } from './clean-file-name';

describe('the name a file keeps', () => {
  it.each([
    ['แผนปฏิบัติการ.pdf', 'แผนปฏิบัติการ.pdf'],
    ['  ประกาศ  ฉบับที่ ๑.pdf ', 'ประกาศ ฉบับที่ ๑.pdf'],
    ['C:\\fakepath\\แผน.pdf', 'แผน.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['/', 'ไฟล์แนบ'],
    ['..', 'ไฟล์แนบ'],
    ['', 'ไฟล์แนบ'],
    ['.htaccess', 'htaccess'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie: x.pdf'],
    ['แผน\0.pdf\x7f', 'แผน.pdf'],
    ['แผน\u202efdp.exe', 'แผนfdp.exe'],
    ['หน่วย\u200bงาน.pdf', 'หน่วยงาน.pdf'],
    ['แผน.pdf. ', 'แผน.pdf'],
    ['cafe\u0301.pdf', 'café.pdf'],
    ['เสีย\ud800.pdf', 'เสีย.pdf'],
  ])('%j becomes %j', (given, kept) => expect(cleanFileName(given)).toBe(kept));

  it('cuts between letters with their marks and keeps the extension', () => {
    const cut = cleanFileName(`${'ที่'.repeat(100)}.docx`);
    expect(cut).toBe(`${'ที่'.repeat(58)}.docx`);
    expect(cut.length).toBeLessThanOrEqual(180);
  });

  it('is always a plain name of at most 180 characters, and settled', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const kept = cleanFileName(given);
        expect(kept.length).toBeGreaterThan(0);
        expect(kept.length).toBeLessThanOrEqual(180);
        expect(kept).not.toMatch(/[/\\\p{Cc}\p{Cs}]/u);
        expect(cleanFileName(kept)).toBe(kept);
      }),
    );
  });

  it('reads the extension', () => {
    expect(['ก.PDF', 'ก.tar.gz', 'ก', 'พ.ศ.2569', 'pdf', '.pdf', 'ก.7z', 'ก.ไทย'].map(extensionOf)).toEqual(['pdf', 'gz', '', '', '', '', '7z', '']);
  });
});
