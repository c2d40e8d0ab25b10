import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import sharp from 'sharp';
import { aDoc, anXls } from './corpus/corpus-office';
import { aZipWith } from './corpus/corpus-archives';
import { anOfficeFile } from './corpus/made-office';
import { aModernPdf, aPdf, aPdfWith, aStream } from './corpus/made-pdf';
import { anExe, aPhotograph } from './corpus/made-pictures';
import { anOldRar } from './corpus/made-rar';
import { aZip } from './corpus/made-zip';
import { filePolicy } from './file.policy';
import { judgeFile } from './judge-file';

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

describe('what is accepted', () => {
  it('has its type by content, its name with that ending, and its own bytes', async () => {
    expect(await judge('แผน.XLSX', anOfficeFile('xlsx'))).toEqual({
      verdict: 'accepted', fileClass: 'office', extension: 'xlsx', name: 'แผน.XLSX', anew: null,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    });
    expect(await judge('แผน.xls', anXls)).toMatchObject({ extension: 'xls', mediaType: 'application/vnd.ms-excel', anew: null });
  });

  it('writes a picture anew: upright, the same to look at, and without the place where it was taken', async () => {
    const photograph = await aPhotograph(40, 20);
    expect((await sharp(photograph).metadata()).exif?.toString('latin1')).toContain('SecretCamera');
    const verdict = await judge('ภาพ.jpg', Buffer.concat([photograph, anExe]));
    if (verdict.verdict !== 'accepted' || !verdict.anew) throw new Error(`not kept: ${JSON.stringify(verdict)}`);
    const { width, height, exif, icc, xmp, iptc, orientation } = await sharp(verdict.anew).metadata();
    expect([width, height, exif, icc, xmp, iptc, orientation]).toEqual([20, 40, undefined, undefined, undefined, undefined, undefined]);
    expect(verdict.anew.includes('MZ\x90')).toBe(false);
    const [red, green, blue] = (await sharp(verdict.anew).stats()).channels.map(({ mean }) => Math.round(mean));
    expect([Math.abs((red ?? 0) - 0x0d), Math.abs((green ?? 0) - 0x5c), Math.abs((blue ?? 0) - 0x3f)].every((difference) => difference < 4)).toBe(true);
  });

  it('takes the type of a name without extension from the content', async () => {
    expect(await judge('แผน พ.ศ.2569', aPdf())).toMatchObject({ verdict: 'accepted', name: 'แผน พ.ศ.2569.pdf' });
  });

  it('accepts any bytes inside the streams of a PDF', async () => {
    const noise = aPdfWith(aStream(Buffer.concat([randomBytes(3_000_000), Buffer.from('\xff\xfe/JS\xff ', 'latin1')]), '', 'none'));
    expect(await judge('ก.pdf', noise)).toMatchObject({ verdict: 'accepted' });
  });

  it('accepts up to the very last byte of the limit', async () => {
    const pdf = aPdf();
    expect(await judge('ก.pdf', pdf, pdf.length)).toMatchObject({ verdict: 'accepted' });
    expect(await judge('ก.pdf', pdf, pdf.length - 1)).toMatchObject({ verdict: 'refused', code: 'file.too_large' });
  });
});

describe('what is refused', () => {
  it.each([
    ['ว่าง.pdf', '', '“ว่าง.pdf” ไม่มีข้อมูล บันทึกไฟล์ใหม่แล้วแนบอีกครั้ง'],
    ['แอบ.xls', '<html>', '“แอบ.xls” ลงท้าย .xls แต่เนื้อไฟล์เป็น หน้าเว็บ (HTML) บันทึกให้ตรงชนิดแล้วแนบใหม่'],
    ['../../แอบ\u202efdp.exe', anExe, '“แอบfdp.exe” เป็นไฟล์ชนิดที่ไม่อนุญาต ใช้ .pdf .xls .xlsx .doc .docx .jpg .png .zip หรือ .rar'],
    ['ตัด.pdf', aPdf().subarray(0, 150), 'เปิด “ตัด.pdf” ไม่ได้ ไฟล์อาจเสียหาย เปิดดูในเครื่องของท่านแล้วแนบใหม่'],
  ])('says why and what to do: %s', async (name, content, message) => expect((await refusedAs(name, content))[1]).toBe(message));

  it('says how much is too much, rounded up', async () => {
    expect(await judge('ใหญ่.pdf', Buffer.alloc(4 * 1_048_576 + 1))).toMatchObject({
      code: 'file.too_large', message: '“ใหญ่.pdf” ใหญ่ 4.1\u00a0MB เกิน 4\u00a0MB ลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่',
    });
  });

  it('names the entry that is to blame', async () => {
    expect(await refusedAs('ชุด.zip', aZipWith({ name: 'โฟลเดอร์/เรียกใช้.bat', data: '' }))).toEqual([
      'archive_content', '“ชุด.zip” มี “โฟลเดอร์/เรียกใช้.bat” ซึ่งไม่อนุญาต นำออกแล้วบีบอัดใหม่',
    ]);
    expect((await refusedAs('ชุด.zip', aZipWith({ name: 'a\0.bat\u202e', data: 'x' })))[1]).toContain('“a.bat”');
    const inThaiCodePage = Buffer.concat([Buffer.from([0xa1, 0xd2]), Buffer.from('.bat')]);
    expect((await refusedAs('ชุด.zip', aZipWith({ name: inThaiCodePage, data: 'x' })))[1]).toContain('“กา.bat”');
    expect((await refusedAs('ชุด.rar', anOldRar(inThaiCodePage, aPdf())))[1]).toContain('“กา.bat”');
    expect((await refusedAs('ชุด.zip', aZipWith({ name: 'ใน.zip', data: aZipWith({ name: 'ลึก.exe', data: 'x' }) })))[1]).toContain('“ลึก.exe”');
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
    for (const good of [aZipWith({ name: 'ก.pdf', data: aPdf() }), anOfficeFile('xlsx'), aDoc, aModernPdf()]) {
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
    const zip = aZip([{ name: 'ก.pdf', data: aPdfWith(aStream(randomBytes(1_000_000), '', 'none')), stored: true }, { name: 'ข.pdf', data: aPdf() }]);
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
    expect(await judgeFile({ name: 'ก.zip', size: zip.length, open })).toMatchObject({ fileClass: 'archive_password' });
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
