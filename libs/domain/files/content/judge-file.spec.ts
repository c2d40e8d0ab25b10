import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { allowedTypes, FileClass, filePolicy } from './file.policy';
import { judgeFile } from './judge-file';
import { aJpg, anExe, anOfficeFile, anOleFile, aPdf, aPng, aRar, aZip, ZipPart } from './made-files';

const judge = (name: string, content: Buffer | string, maxBytes?: number) => {
  const bytes = Buffer.from(content);
  return judgeFile({
    name,
    size: bytes.length,
    open: async (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
};
const refusedAs = async (name: string, content: Buffer | string) => {
  const verdict = await judge(name, content);
  return verdict.verdict === 'refused' ? [verdict.fileClass, verdict.message] : [verdict.verdict, verdict.fileClass];
};
const aZipWith = (...parts: ZipPart[]) => aZip([{ name: 'อ่านก่อน.txt', data: 'ข้อความ' }, ...parts]);
const aDoc = anOleFile(['WordDocument', '1Table', 'CompObj', 'SummaryInformation', 'DocumentSummaryInformation']);
const anXls = anOleFile(['Workbook', 'SummaryInformation']);

describe('what is accepted', () => {
  it.each<[string, Buffer, string, FileClass]>([
    ['แผนปฏิบัติการ.pdf', aPdf(), 'pdf', 'pdf'],
    ['แผน.doc', aDoc, 'doc', 'office'],
    ['แผน.xls', anXls, 'xls', 'office'],
    ['แผน.xls', anOleFile(['Book']), 'xls', 'office'],
    ['แผน.docx', anOfficeFile('docx'), 'docx', 'office'],
    ['แผน.XLSX', anOfficeFile('xlsx'), 'xlsx', 'office'],
    ['ภาพ.jpg', aJpg, 'jpg', 'image'],
    ['ภาพ.JPEG', aJpg, 'jpg', 'image'],
    ['ภาพ.png', aPng, 'png', 'image'],
    ['ชุดเอกสาร.rar', aRar, 'rar', 'rar'],
    ['ชุดเอกสาร.zip', aZipWith({ name: 'โฟลเดอร์/' }, { name: 'โฟลเดอร์/ก.pdf', data: aPdf() }, { name: 'ข.docx', data: anOfficeFile('docx') }, { name: 'ค.doc', data: aDoc }), 'zip', 'zip'],
    ['สองชั้น.zip', aZipWith({ name: 'ชั้นใน.zip', data: aZipWith({ name: 'ก.pdf', data: aPdf() }) }), 'zip', 'zip'],
    ['มี rar.zip', aZipWith({ name: 'ชั้นใน.rar', data: aRar, stored: true }), 'zip', 'rar_in_zip'],
    ['ชื่อไทยแบบเดิม.zip', aZipWith({ name: Buffer.from([0xa1, 0xd2, 0x2e, 0x70, 0x64, 0x66]), data: aPdf() }), 'zip', 'zip'],
    ['ชื่อฝรั่งแบบเดิม.zip', aZipWith({ name: Buffer.from([0x66, 0x94, 0x2e, 0x70, 0x64, 0x66]), data: aPdf() }), 'zip', 'zip'],
    ['บีบอัดโครงสร้าง.pdf', aPdf('4 0 obj<</Type/ObjStm/N 1/First 5>>stream\nx\nendstream endobj'), 'pdf', 'pdf_object_streams'],
  ])('%s', async (name, content, extension, fileClass) => {
    expect(await judge(name, content)).toEqual({
      verdict: 'accepted', fileClass, extension, name, mediaType: allowedTypes[extension as keyof typeof allowedTypes].mediaType,
    });
  });

  it('takes the type of a name without extension from the content', async () => {
    expect(await judge('แผน พ.ศ.2569', aPdf())).toMatchObject({ verdict: 'accepted', name: 'แผน พ.ศ.2569.pdf' });
  });

  it('accepts a PDF whose words only resemble signs, and any bytes inside its streams', async () => {
    expect(await judge('ก.pdf', aPdf('4 0 obj<</JSON 1/Launcher 2/EncryptMetadata false/EmbeddedFileX 1>>endobj'))).toMatchObject({ verdict: 'accepted' });
    const noise = Buffer.concat([aPdf(), randomBytes(3_000_000), Buffer.from('\xff\xfe/JS\xff ', 'latin1'), aPdf()]);
    expect(await judge('ก.pdf', noise)).toMatchObject({ verdict: 'accepted' });
  });

  it('accepts a large document that expands much, within the limits', async () => {
    const sheet = Buffer.from(`<row>${'<c r="A1"><v>2569</v></c>'.repeat(200_000)}</row>`);
    expect(await judge('ใหญ่.xlsx', anOfficeFile('xlsx', [{ name: 'xl/worksheets/sheet1.xml', data: sheet }]))).toMatchObject({ verdict: 'accepted' });
  });

  it('accepts up to the very last byte of the limit', async () => {
    const pdf = aPdf();
    expect(await judge('ก.pdf', pdf, pdf.length)).toMatchObject({ verdict: 'accepted' });
    expect(await judge('ก.pdf', pdf, pdf.length - 1)).toMatchObject({ verdict: 'refused', code: 'file.too_large' });
  });
});

describe('what is refused by size, type and name', () => {
  const html = '<!DOCTYPE html><html><body>สล็อต</body></html>';

  it.each<[string, Buffer | string, FileClass, string]>([
    ['ว่าง.pdf', '', 'empty', '“ว่าง.pdf” ไม่มีข้อมูล บันทึกไฟล์ใหม่แล้วแนบอีกครั้ง'],
    ['หน้า.html', html, 'html', '“หน้า.html” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['ภาพ.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg', '“ภาพ.svg” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['ภาพ.svg', '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg><svg/>', 'svg', '“ภาพ.svg” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['setup.exe', anExe, 'program', '“setup.exe” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['สคริปต์.sh', '#!/bin/sh\nrm -rf /', 'script', '“สคริปต์.sh” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['บันทึก.txt', 'ข้อความ', 'text', '“บันทึก.txt” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['นำเสนอ.pptx', anOfficeFile('pptx'), 'other_type', '“นำเสนอ.pptx” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['นำเสนอ.ppt', anOleFile(['PowerPoint Document']), 'other_type', '“นำเสนอ.ppt” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['ข้อมูล.bin', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'other_type', '“ข้อมูล.bin” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['ภาพ.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'other_type', '“ภาพ.gif” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['แอบ.pdf', anExe, 'mismatch', '“แอบ.pdf” ลงท้าย .pdf แต่เนื้อไฟล์เป็น โปรแกรม บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.exe', aPdf(), 'mismatch', '“แอบ.exe” ลงท้าย .exe แต่เนื้อไฟล์เป็น เอกสาร PDF บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.jpg', html, 'mismatch', '“แอบ.jpg” ลงท้าย .jpg แต่เนื้อไฟล์เป็น หน้าเว็บ (HTML) บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.xls', `\ufeff \n<!-- export --><table><tr><td>1</td></tr></table>`, 'mismatch', '“แอบ.xls” ลงท้าย .xls แต่เนื้อไฟล์เป็น หน้าเว็บ (HTML) บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.doc', Buffer.from('\ufeff<html>', 'utf16le'), 'mismatch', '“แอบ.doc” ลงท้าย .doc แต่เนื้อไฟล์เป็น หน้าเว็บ (HTML) บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.doc', '{\\rtf1\\ansi สวัสดี}', 'mismatch', '“แอบ.doc” ลงท้าย .doc แต่เนื้อไฟล์เป็น ไฟล์ .rtf บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.png', aJpg, 'mismatch', '“แอบ.png” ลงท้าย .png แต่เนื้อไฟล์เป็น ภาพ JPG บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.docx', aDoc, 'mismatch', '“แอบ.docx” ลงท้าย .docx แต่เนื้อไฟล์เป็น เอกสาร Word (.doc) บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.zip', anOfficeFile('docx'), 'mismatch', '“แอบ.zip” ลงท้าย .zip แต่เนื้อไฟล์เป็น เอกสาร Word (.docx) บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['แอบ.docx', anOfficeFile('xlsx'), 'mismatch', '“แอบ.docx” ลงท้าย .docx แต่เนื้อไฟล์เป็น ตาราง Excel (.xlsx) บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['../../แอบ\u202efdp.exe', anExe, 'program', '“แอบfdp.exe” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
  ])('%s', async (name, content, fileClass, message) => expect(await refusedAs(name, content)).toEqual([fileClass, message]));

  it('says how much is too much, rounded up', async () => {
    expect(await judge('ใหญ่.pdf', Buffer.alloc(4 * 1_048_576 + 1))).toMatchObject({
      code: 'file.too_large', message: '“ใหญ่.pdf” ใหญ่ 4.1\u00a0MB เกิน 4\u00a0MB ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่',
    });
  });
});

describe('what is refused as damaged', () => {
  const zip = aZipWith({ name: 'ก.pdf', data: aPdf() });

  it.each<[string, Buffer | string]>([
    ['ไม่มีหัว.pdf', Buffer.from([0, 1, 2, 3, 4, 5])],
    ['ตัดท้าย.pdf', aPdf().subarray(0, 100)],
    ['ตัดท้าย.zip', zip.subarray(0, zip.length - 30)],
    ['ตัดหัว.zip', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), zip.subarray(60)])],
    ['ผลรวมผิด.zip', aZipWith({ name: 'ก.pdf', data: aPdf(), directory: { crc: 1 } })],
    ['ขนาดผิด.zip', aZipWith({ name: 'ก.pdf', data: aPdf(), directory: { size: 7 } })],
    ['สองชื่อ.zip', aZipWith({ name: '../ก.exe', data: aPdf(), directory: { name: 'ก.pdf' } })],
    ['วิธีบีบอัดอื่น.zip', aZipWith({ name: 'ก.pdf', data: aPdf(), method: 14 })],
    ['เนื้อเสีย.docx', anOfficeFile('docx').fill(0xff, 60, 90)],
    ['วนรอบ.doc', anOleFile(Array.from({ length: 20 }, (_, index) => `s${index}`), { circular: true })],
    ['ตัดท้าย.doc', aDoc.subarray(0, 600)],
    ['อะไรไม่รู้.docx', Buffer.from([9, 0, 4, 0, 2, 0, 255, 1])],
  ])('%s', async (name, content) => {
    expect(await refusedAs(name, content)).toEqual(['damaged', `เปิด “${name}” ไม่ได้ ไฟล์อาจเสียหาย เปิดดูในเครื่องของท่านแล้วแนบใหม่`]);
  });
});

describe('what is refused for what it holds', () => {
  const object = (dictionary: string) => aPdf(`4 0 obj<<${dictionary}>>endobj`);

  it.each<[string, Buffer, FileClass]>([
    ['สคริปต์.pdf', object('/S/JavaScript/JS(app.alert(1))'), 'pdf_active'],
    ['สะกดอ้อม.pdf', object('/S/J#61v#61Script'), 'pdf_active'],
    ['สคริปต์สั้น.pdf', object('/Type/Action/S/Rendition/JS 5 0 R'), 'pdf_active'],
    ['เปิดโปรแกรม.pdf', object('/S /Launch /F(cmd.exe)'), 'pdf_active'],
    ['ฝังไฟล์.pdf', object('/Type/EmbeddedFile/Length 3'), 'pdf_active'],
    ['ฝังไฟล์.pdf', object('/Names<</EmbeddedFiles 9 0 R>>'), 'pdf_active'],
    ['ตั้งรหัส.pdf', aPdf('', '/Encrypt 8 0 R'), 'pdf_password'],
    ['ตั้งรหัส.docx', anOleFile(['EncryptionInfo', 'EncryptedPackage', 'DataSpaces']), 'office_password'],
    ['มาโคร.doc', anOleFile(['WordDocument', 'Macros', 'VBA', '_VBA_PROJECT', 'dir']), 'macro'],
    ['มาโคร.xls', anOleFile(['Workbook', '_VBA_PROJECT_CUR']), 'macro'],
    ['มาโคร.docx', anOfficeFile('docx', [{ name: 'word/vbaProject.bin', data: 'x' }]), 'macro'],
    ['มาโคร.xlsm', anOfficeFile('xlsx', [], 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'macro'],
    ['มาโครรุ่นเก่า.xlsx', anOfficeFile('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }]), 'macro'],
    ['ตั้งรหัส.zip', aZipWith({ name: 'ลับ.pdf', data: aPdf(), flags: 1 }), 'zip_password'],
    ['โปรแกรม.zip', aZipWith({ name: 'a/setup.EXE', data: 'x' }), 'zip_content'],
    ['โปรแกรมแอบ.zip', aZipWith({ name: 'แผน.pdf', data: anExe }), 'zip_content'],
    ['หน้าเว็บ.zip', aZipWith({ name: 'index.html', data: '' }), 'zip_content'],
    ['หน้าเว็บแอบ.zip', aZipWith({ name: 'อ่าน.txt', data: '<html>' }), 'zip_content'],
    ['สคริปต์.zip', aZipWith({ name: 'run.ps1', data: '' }), 'zip_content'],
    ['จุดท้าย.zip', aZipWith({ name: 'run.bat. ', data: '' }), 'zip_content'],
    ['มาโครข้างใน.zip', aZipWith({ name: 'แผน.docx', data: anOfficeFile('docx', [{ name: 'word/vbaProject.bin' }]) }), 'zip_content'],
    ['มาโครข้างใน.zip', aZipWith({ name: 'แผน.doc', data: anOleFile(['WordDocument', '_VBA_PROJECT']) }), 'zip_content'],
    ['สคริปต์ข้างใน.zip', aZipWith({ name: 'แผน.pdf', data: object('/S/JavaScript') }), 'zip_content'],
    ['เสียข้างใน.zip', aZipWith({ name: 'แผน.docx', data: anOfficeFile('docx').subarray(0, 200) }), 'zip_content'],
    ['ชนิดอื่น.zip', aZipWith({ name: 'ก.dat', data: Buffer.from('377abcaf271c000400000000', 'hex') }), 'zip_content'],
    ['ออกนอก.zip', aZipWith({ name: '../../etc/x', data: 'x' }), 'zip_path'],
    ['ออกนอก.zip', aZipWith({ name: '..\\..\\x.pdf', data: 'x' }), 'zip_path'],
    ['ออกนอก.zip', aZipWith({ name: '/etc/x', data: 'x' }), 'zip_path'],
    ['ออกนอก.zip', aZipWith({ name: 'C:/x', data: 'x' }), 'zip_path'],
    ['ลิงก์.zip', aZipWith({ name: 'ลิงก์', data: '/etc/passwd', mode: 0o120777 }), 'zip_path'],
    ['ชื่อมีอักขระควบคุม.zip', aZipWith({ name: 'a\0.pdf', data: 'x' }), 'zip_path'],
    ['ออกนอก.docx', anOfficeFile('docx', [{ name: '../x', data: 'x' }]), 'zip_path'],
    ['สามชั้น.zip', aZipWith({ name: 'ก.zip', data: aZipWith({ name: 'ข.zip', data: aZipWith() }) }), 'zip_nested'],
    ['สามชั้น.zip', aZipWith({ name: 'ก.zip', data: aZipWith({ name: 'ข.rar', data: aRar }) }), 'zip_nested'],
    ['ระเบิด.zip', aZipWith({ name: 'ศูนย์.txt', data: Buffer.alloc(9 << 20) }), 'zip_bomb'],
    ['ระเบิด.xlsx', anOfficeFile('xlsx', [{ name: 'xl/sharedStrings.xml', data: Buffer.alloc(9 << 20) }]), 'zip_bomb'],
    ['ระเบิดรวม.zip', aZip(Array.from({ length: 30 }, (_, index) => ({ name: `${index}.txt`, data: 'x', directory: { size: 8 << 20 } }))), 'zip_bomb'],
    ['หลายไฟล์.zip', aZip(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.txt` }))), 'zip_bomb'],
    ['ว่าง.zip', aZip([]), 'empty'],
    ['ว่าง.zip', aZip([{ name: 'โฟลเดอร์/' }]), 'empty'],
  ])('%s', async (name, content, fileClass) => {
    const [found, message] = await refusedAs(name, content);
    expect(found).toBe(fileClass);
    expect(message).toContain(`“${name}”`);
    expect(message).not.toMatch(/[{}]|“”|undefined/);
  });

  it('finds a sign that lies across two pieces', async () => {
    for (const shift of [0, 3, 7, 12]) {
      const filler = ' '.repeat(128 * 1024 - aPdf().indexOf('\nxref') - 20 + shift);
      expect(await refusedAs('ก.pdf', aPdf(`${filler}4 0 obj<</S/JavaScript>>endobj`))).toEqual(['pdf_active', expect.any(String)]);
    }
  });

  it('names the entry that is to blame', async () => {
    expect(await refusedAs('ชุด.zip', aZipWith({ name: 'โฟลเดอร์/เรียกใช้.bat', data: '' }))).toEqual([
      'zip_content', '“ชุด.zip” มี “โฟลเดอร์/เรียกใช้.bat” ซึ่งไม่อนุญาต นำออกแล้วบีบอัดใหม่',
    ]);
    expect((await refusedAs('ชุด.zip', aZipWith({ name: 'a\0.bat\u202e' })))[1]).toContain('“a.bat”');
    const inThaiCodePage = Buffer.concat([Buffer.from([0xa1, 0xd2]), Buffer.from('.bat')]);
    expect((await refusedAs('ชุด.zip', aZipWith({ name: inThaiCodePage })))[1]).toContain('“กา.bat”');
  });
});

describe('the judge', () => {
  it('answers any bytes under any name without throwing', async () => {
    const starts = ['', '%PDF-1.4\n', 'PK\x03\x04', 'PK\x05\x06', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Rar!\x1a\x07\0', '\xff\xd8\xff', '<svg'].map((start) => Buffer.from(start, 'latin1'));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }), fc.string(), async (start, rest, name) => {
        const verdict = await judge(name, Buffer.concat([start, rest]));
        expect(['accepted', 'refused']).toContain(verdict.verdict);
      }),
    );
  });

  it('answers a good archive or document with any one byte changed', async () => {
    for (const good of [aZipWith({ name: 'ก.pdf', data: aPdf() }), anOfficeFile('xlsx'), aDoc]) {
      await fc.assert(
        fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
          const changed = Buffer.from(good);
          changed[at] = value;
          expect(['accepted', 'refused']).toContain((await judge('ก.zip', changed)).verdict);
        }),
        { numRuns: 150 },
      );
    }
  });

  it('passes on that the store failed, instead of calling the file damaged', async () => {
    const failure = new Error('the store is away');
    const zip = aZip([{ name: 'ก.pdf', data: randomBytes(400_000), stored: true }]);
    for (const failsFrom of [0, 1, 2]) {
      let asked = 0;
      const open = async ({ start, end } = { start: 0, end: zip.length - 1 }) => {
        if (asked++ === failsFrom) throw failure;
        return Readable.from([zip.subarray(start, end + 1)]);
      };
      await expect(judgeFile({ name: 'ก.zip', size: zip.length, open })).rejects.toBe(failure);
    }
  });

  it('asks a source that gives only the whole no more than once', async () => {
    const zip = aZip([{ name: 'ก.dat', data: Buffer.concat([Buffer.from([1, 2, 0, 9]), randomBytes(1_000_000)]), stored: true }, { name: 'ข.pdf', data: aPdf() }]);
    let asked = 0;
    const open = async () => {
      asked += 1;
      return Readable.from([zip]);
    };
    expect(await judgeFile({ name: 'ก.zip', size: zip.length, open })).toMatchObject({ verdict: 'accepted' });
    expect(asked).toBe(1);
  });

  it('calls a file damaged whose bytes are fewer than announced', async () => {
    const pdf = aPdf();
    expect(await judgeFile({ name: 'ก.pdf', size: pdf.length + 9, open: async () => Readable.from([pdf]) })).toMatchObject({ code: 'file.damaged' });
  });

  it('does not fetch the whole of a large file to look at its ends', async () => {
    const zip = aZip([{ name: 'ลับ.jpg', data: randomBytes(3_000_000), flags: 1 }]);
    let fetched = 0;
    const open = async ({ start, end } = { start: 0, end: zip.length - 1 }) => {
      fetched += end - start + 1;
      return Readable.from([zip.subarray(start, end + 1)]);
    };
    expect(await judgeFile({ name: 'ก.zip', size: zip.length, open })).toMatchObject({ fileClass: 'zip_password' });
    expect(fetched).toBeLessThan(500_000);
  });
});

describe('the table of what is done', () => {
  it('has a message for every refusal and none for what is kept', () => {
    for (const row of filePolicy) {
      expect(row.title).not.toBe('');
      expect(row.sentence).not.toBe('');
      expect([row.outcome === 'refused', row.outcome === 'refused']).toEqual([row.code !== undefined, row.message !== undefined]);
    }
  });
});
