import { deflateSync } from 'node:zlib';
import type { CorpusRow } from './corpus-file';
import { anOfficeFile } from './made-office';
import { aModernPdf, anObjectStream, aPdf, aPdfWith, aStream } from './made-pdf';
import { anExe } from './made-pictures';

const script = '<</S/JavaScript/JS(app.alert(1))>>';
const withFile = (data: Buffer | string, name = '(ข้อมูล.xml)') => aPdfWith(`<</Type/Filespec/F ${name}/EF<</F 5 0 R>>>>`, aStream(data, '/Type/EmbeddedFile'));

/** PDFs of the old kind and the new, good and bad. */
export function pdfCorpus(): CorpusRow[] {
  const eof = '\n%%EOF\n';
  const update = (pdf: Buffer, body: string) => Buffer.concat([pdf, Buffer.from(`${body}\ntrailer<</Size 9/Root 1 0 R/Prev 9>>\nstartxref\n0${eof}`, 'latin1')]);
  const nested = '['.repeat(1_000) + ']'.repeat(1_000);
  return [
    ['แผนปฏิบัติการ.pdf', aPdf(), 'pdf'],
    ['รุ่นใหม่.pdf', aModernPdf(), 'pdf'],
    ['บีบอัดโครงสร้าง.pdf', aPdfWith(anObjectStream({ 20: '<</Title(x)>>', 21: '[1 2 3]' })), 'pdf'],
    ['คำคล้าย.pdf', aPdfWith('<</JSON 1/Launcher 2/EncryptMetadata false/EmbeddedFileX 1>>'), 'pdf'],
    ['คำในข้อความ.pdf', aPdfWith(aStream('BT (/JavaScript /Launch) Tj ET')), 'pdf'],
    ['ลิงก์.pdf', aPdfWith('<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://moph.go.th)>>>>'), 'pdf'],
    ['เปิดหน้าแรก.pdf', aPdfWith('<</OpenAction[3 0 R/Fit]>>', '<</OpenAction<</S/GoTo/D[3 0 R/XYZ null null 0]>>>>'), 'pdf'],
    ['ตารางผิด.pdf', Buffer.from(aPdf().toString('latin1').replace('startxref\n164', 'startxref\n999999'), 'latin1'), 'pdf'],
    ['แบบฟอร์ม.pdf', aPdfWith('<</AcroForm<</Fields[]/XFA[(template)5 0 R]>>>>', aStream('<xdp><template><field/></template></xdp>')), 'pdf'],
    ['แนบข้อมูล.pdf', withFile('<?xml version="1.0"?><invoice/>'), 'pdf'],
    ['แนบตาราง.pdf', withFile(anOfficeFile('xlsx'), '(data.xlsx)'), 'pdf'],
    ['สคริปต์.pdf', aPdfWith(script), 'pdf_active'],
    ['สะกดอ้อม.pdf', aPdfWith('<</S/J#61v#61Script>>'), 'pdf_active'],
    ['สคริปต์สั้น.pdf', aPdfWith('<</Type/Action/S/Rendition/JS 5 0 R>>'), 'pdf_active'],
    ['ชื่ออ้างอิง.pdf', aPdfWith('<</S 5 0 R/Kind 1>>', '/JavaScript '), 'pdf_active'],
    ['เปิดโปรแกรม.pdf', aPdfWith('<</S /Launch /F(cmd.exe)>>'), 'pdf_active'],
    ['สื่อ.pdf', aPdfWith('<</Type/Annot/Subtype/RichMedia>>'), 'pdf_active'],
    ['สามมิติ.pdf', aPdfWith('<</Type/Annot/Subtype/3D>>'), 'pdf_active'],
    ['เปิดเว็บเอง.pdf', aPdfWith('<</OpenAction<</S/URI/URI(http://x)>>>>'), 'pdf_active'],
    ['ดึงไฟล์เอง.pdf', aPdfWith('<</AA<</O 5 0 R>>>>', '<</S/GoToR/F(\\\\\\\\server\\\\x)/D[0/Fit]>>'), 'pdf_active'],
    ['ต่อกัน.pdf', aPdfWith('<</OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[5 0 R]>>>>', '<</S/SubmitForm/F(http://x)>>'), 'pdf_active'],
    ['ซ่อนในโครงสร้าง.pdf', aModernPdf({ 7: script }), 'pdf_active'],
    ['ซ่อนแบบธรรมดา.pdf', aPdfWith(anObjectStream({ 20: script }, 'flate')), 'pdf_active'],
    ['ซ่อนไม่บีบ.pdf', aPdfWith(anObjectStream({ 20: script }, 'none')), 'pdf_active'],
    ['ซ่อนสองชั้น.pdf', aPdfWith(anObjectStream({ 20: script }, 'hex')), 'pdf_active'],
    ['ซ่อนในอักษร.pdf', aPdfWith(anObjectStream({ 20: script }, 'ascii85')), 'pdf_active'],
    ['ซ่อนด้วยแอลแซด.pdf', aPdfWith(anObjectStream({ 20: script }, 'lzw')), 'pdf_active'],
    ['ซ่อนด้วยช่วง.pdf', aPdfWith(anObjectStream({ 20: script }, 'runs')), 'pdf_active'],
    ['ซ่อนตัดท้าย.pdf', aPdfWith(anObjectStream({ 20: script }, 'cut off')), 'pdf_active'],
    ['ซ่อนไม่บอกชนิด.pdf', aPdfWith(anObjectStream({ 20: script }, 'flate', '')), 'pdf_active'],
    ['ซ่อนความยาว.pdf', aPdfWith(aStream(`20 0 ${script}`, '/Type/ObjStm/N 1/First 5', 'flate', '3')), 'pdf_active'],
    ['ตัวกรองอ้างอิง.pdf', aPdfWith(aStream(deflateSync(Buffer.from(`20 0 ${script}`)), '/Type/ObjStm/N 1/First 5/Filter 5 0 R', 'none'), '/FlateDecode '), 'pdf_active'],
    ['แก้ภายหลัง.pdf', update(aPdf(), `2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1/AA<</O ${script}>>>>endobj`), 'pdf_active'],
    ['ของเดิมถูกทับ.pdf', update(aPdfWith(script), '4 0 obj<<>>endobj'), 'pdf_active'],
    ['หมายเหตุคั่น.pdf', aPdf(`4 %x\n0 %y\nobj%z\n<</S%(\n/Java#53cript>>endobj`), 'pdf_active'],
    ['วงเล็บไม่ครบ.pdf', aPdf('4 0 obj<</A[(x)/B<</S/JavaScript'), 'pdf_active'],
    ['คีย์ซ้ำ.pdf', aPdfWith('<</OpenAction[3 0 R/Fit]/OpenAction<</S/URI/URI(http://x)>>>>'), 'pdf_active'],
    ['แบบฟอร์มมีสคริปต์.pdf', aPdfWith('<</AcroForm<</Fields[]/XFA 5 0 R>>>>', aStream('<xdp:xdp><event><script contentType="application/x-javascript">x</script></event></xdp:xdp>')), 'pdf_active'],
    ['แบบฟอร์มสิบหกบิต.pdf', aPdfWith('<</AcroForm<</Fields[]/XFA[(a)5 0 R]>>>>', aStream(Buffer.from('<script>x</script>', 'utf16le'))), 'pdf_active'],
    ['แนบโปรแกรม.pdf', withFile(anExe, '(setup.exe)'), 'pdf_embedded'],
    ['แนบโปรแกรมแอบ.pdf', withFile(anExe, '(data.xml)'), 'pdf_embedded'],
    ['แนบสคริปต์.pdf', withFile('del *.*', '(run.bat)'), 'pdf_embedded'],
    ['แนบหน้าเว็บ.pdf', withFile('<html>', '(a.xml)'), 'pdf_embedded'],
    ['แนบมาโคร.pdf', withFile(anOfficeFile('xlsx', [{ name: 'xl/vbaProject.bin', data: 'x' }]), '(data.xlsx)'), 'pdf_embedded'],
    ['แนบซ่อน.pdf', aModernPdf({ 7: '<</Type/Filespec/F(x.exe)/EF<</F 77 0 R>>>>' }), 'pdf_embedded'],
    ['แนบไม่พบ.pdf', aPdfWith('<</EF<</F 99 0 R>>>>'), 'pdf_embedded'],
    ['แนบสคริปต์ใน PDF.pdf', withFile(aPdfWith(script), '(inner.pdf)'), 'pdf_embedded'],
    ['ตั้งรหัส.pdf', aPdf('', '/Encrypt 8 0 R'), 'pdf_password'],
    ['ตั้งรหัสสะกดอ้อม.pdf', aPdf('', '/Encr#79pt 8 0 R'), 'pdf_password'],
    ['ตั้งรหัสรุ่นใหม่.pdf', aPdfWith(aStream('x', '/Type/XRef/Encrypt 8 0 R/W[1 2 1]')), 'pdf_password'],
    ['ระเบิด.pdf', aPdfWith(anObjectStream({ 20: `(${' '.repeat(30 << 20)})` })), 'pdf_too_heavy'],
    ['ระเบิดรวม.pdf', aPdfWith(...Array.from({ length: 6 }, () => anObjectStream({ 20: `(${' '.repeat(20 << 20)})` }))), 'pdf_too_heavy'],
    ['ซ้อนลึก.pdf', aPdfWith(nested), 'damaged'],
    ['ตัวกรองแปลก.pdf', aPdfWith(anObjectStream({ 20: '<<>>' }, 'picture')), 'damaged'],
    ['บีบอัดเสีย.pdf', aPdfWith(aStream(Buffer.from('\x78\x9c\xff\xff\xff\xff\xff\xff', 'latin1'), '/Type/ObjStm/N 1/First 4/Filter/FlateDecode', 'none')), 'damaged'],
    ['ไม่มีหน้า.pdf', Buffer.from(`%PDF-1.4\n1 0 obj<<>>endobj${eof}`), 'damaged'],
    ['ไม่มีท้าย.pdf', aPdf().subarray(0, 150), 'damaged'],
    ['ไม่มีหัว.pdf', Buffer.from([0, 1, 2, 3, 4, 5]), 'damaged'],
  ];
}
