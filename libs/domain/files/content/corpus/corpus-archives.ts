import type { CorpusRow } from './corpus-file';
import { aDoc } from './corpus-office';
import { anOfficeFile } from './made-office';
import { anOleFile } from './made-ole';
import { aPdf, aPdfWith } from './made-pdf';
import { aJpg, anExe, aPng, aWidePng } from './made-pictures';
import { anOldRar, aRar } from './made-rar';
import { aZip, type ZipPart } from './made-zip';

/** An archive with one good file before the ones given. */
export const aZipWith = (...parts: ZipPart[]) => aZip([{ name: 'อ่านก่อน.pdf', data: aPdf() }, ...parts]);
const aRarWith = (...parts: Parameters<typeof aRar>[0]) => aRar([{ name: 'อ่านก่อน.pdf', data: aPdf() }, ...parts]);
/** "กา.pdf" in the Thai code page, as older tools write it. */
const inThaiCodePage = Buffer.concat([Buffer.from([0xa1, 0xd2]), Buffer.from('.pdf')]);

/** Zip and rar, good and bad. */
export async function archiveCorpus(): Promise<CorpusRow[]> {
  const pdf = aPdf();
  const jpg = await aJpg();
  const script = aPdfWith('<</S/JavaScript>>');
  const zip = aZipWith({ name: 'ก.pdf', data: pdf });
  const macro = anOfficeFile('docx', [{ name: 'word/vbaProject.bin' }]);
  return [
    ['ชุดเอกสาร.zip', aZipWith({ name: 'โฟลเดอร์/' }, { name: 'โฟลเดอร์/ก.pdf', data: pdf }, { name: 'ข.docx', data: anOfficeFile('docx') }, { name: 'ค.doc', data: aDoc }, { name: 'ง.JPEG', data: jpg }, { name: 'จ.png', data: aPng }), 'archive'],
    ['สองชั้น.zip', aZipWith({ name: 'ชั้นใน.zip', data: zip }), 'archive'],
    ['มี rar.zip', aZipWith({ name: 'ชั้นใน.rar', data: aRarWith(), stored: true }), 'archive'],
    ['ชื่อไทยแบบเดิม.zip', aZipWith({ name: inThaiCodePage, data: pdf }), 'archive'],
    ['ชื่อฝรั่งแบบเดิม.zip', aZipWith({ name: Buffer.from([0x66, 0x94, 0x2e, 0x70, 0x64, 0x66]), data: pdf }), 'archive'],
    ['ชุดเอกสาร.rar', aRarWith({ name: 'โฟลเดอร์', isDirectory: true }, { name: 'โฟลเดอร์/ข.docx', data: anOfficeFile('docx') }), 'archive'],
    ['สองชั้น.rar', aRarWith({ name: 'ชั้นใน.zip', data: zip }), 'archive'],
    ['รุ่นเก่า.rar', anOldRar(inThaiCodePage, pdf), 'archive'],
    ['ตั้งรหัส.zip', aZipWith({ name: 'ลับ.pdf', data: pdf, flags: 1 }), 'archive_password'],
    ['ตั้งรหัส.rar', aRarWith({ name: 'ลับ.pdf', data: pdf, isEncrypted: true }), 'archive_password'],
    ['ซ่อนชื่อ.rar', aRar([], { hidesNames: true }), 'archive_password'],
    ['ข้อความ.zip', aZipWith({ name: 'อ่าน.txt', data: 'ข้อความ' }), 'archive_content'],
    ['โปรแกรม.zip', aZipWith({ name: 'a/setup.EXE', data: 'x' }), 'archive_content'],
    ['โปรแกรมแอบ.zip', aZipWith({ name: 'แผน.pdf', data: anExe }), 'archive_content'],
    ['หน้าเว็บ.zip', aZipWith({ name: 'index.html', data: '<html>' }), 'archive_content'],
    ['หน้าเว็บแอบ.zip', aZipWith({ name: 'อ่าน.docx', data: '<html>' }), 'archive_content'],
    ['ชนิดไม่ตรง.zip', aZipWith({ name: 'ภาพ.png', data: jpg }), 'archive_content'],
    ['ไฟล์ว่าง.zip', aZipWith({ name: 'ว่าง.pdf' }), 'archive_content'],
    ['จุดท้าย.zip', aZipWith({ name: 'run.bat. ', data: 'x' }), 'archive_content'],
    ['ไม่มีนามสกุล.zip', aZipWith({ name: 'แผน', data: pdf }), 'archive_content'],
    ['มาโครข้างใน.zip', aZipWith({ name: 'แผน.docx', data: macro }), 'archive_content'],
    ['มาโครเก่าข้างใน.zip', aZipWith({ name: 'แผน.doc', data: anOleFile(['WordDocument', '_VBA_PROJECT']) }), 'archive_content'],
    ['สคริปต์ข้างใน.zip', aZipWith({ name: 'แผน.pdf', data: script }), 'archive_content'],
    ['รหัสข้างใน.zip', aZipWith({ name: 'แผน.pdf', data: aPdf('', '/Encrypt 8 0 R') }), 'archive_content'],
    ['เสียข้างใน.zip', aZipWith({ name: 'แผน.docx', data: anOfficeFile('docx').subarray(0, 200) }), 'archive_content'],
    ['ภาพระเบิดข้างใน.zip', aZipWith({ name: 'ภาพ.png', data: aWidePng(20_000, 20_000) }), 'archive_content'],
    ['ชนิดอื่น.zip', aZipWith({ name: 'ก.pdf', data: Buffer.from('377abcaf271c000400000000', 'hex') }), 'archive_content'],
    ['โปรแกรม.rar', aRarWith({ name: 'setup.exe', data: anExe }), 'archive_content'],
    ['โปรแกรมแอบ.rar', aRarWith({ name: 'แผน.pdf', data: anExe }), 'archive_content'],
    ['สคริปต์ข้างใน.rar', aRarWith({ name: 'แผน.pdf', data: script }), 'archive_content'],
    ['มาโครชั้นใน.rar', aRarWith({ name: 'ชั้นใน.zip', data: aZipWith({ name: 'แผน.docx', data: macro }) }), 'archive_content'],
    ['ออกนอก.zip', aZipWith({ name: '../../etc/x.pdf', data: pdf }), 'archive_path'],
    ['ออกนอกแบบวินโดวส์.zip', aZipWith({ name: '..\\..\\x.pdf', data: pdf }), 'archive_path'],
    ['เริ่มที่ราก.zip', aZipWith({ name: '/etc/x.pdf', data: pdf }), 'archive_path'],
    ['ไดรฟ์.zip', aZipWith({ name: 'C:/x.pdf', data: pdf }), 'archive_path'],
    ['ลิงก์.zip', aZipWith({ name: 'ลิงก์.pdf', data: '/etc/passwd', mode: 0o120777 }), 'archive_path'],
    ['ชื่อมีอักขระควบคุม.zip', aZipWith({ name: 'a\0.pdf', data: pdf }), 'archive_path'],
    ['ออกนอก.rar', aRarWith({ name: '../x.pdf', data: pdf }), 'archive_path'],
    ['ไดรฟ์.rar', aRarWith({ name: 'C:\\x.pdf', data: pdf }), 'archive_path'],
    ['สามชั้น.zip', aZipWith({ name: 'ก.zip', data: aZipWith({ name: 'ข.zip', data: zip }) }), 'archive_nested'],
    ['สามชั้นผสม.zip', aZipWith({ name: 'ก.zip', data: aZipWith({ name: 'ข.rar', data: aRarWith() }) }), 'archive_nested'],
    ['สามชั้น.rar', aRarWith({ name: 'ก.rar', data: aRarWith({ name: 'ข.zip', data: zip }) }), 'archive_nested'],
    ['ระเบิด.zip', aZipWith({ name: 'ศูนย์.pdf', data: Buffer.alloc(9 << 20) }), 'archive_bomb'],
    ['ระเบิดรวม.zip', aZip(Array.from({ length: 30 }, (_, index) => ({ name: `${index}.pdf`, data: 'x', directory: { size: 8 << 20 } }))), 'archive_bomb'],
    ['หลายไฟล์.zip', aZip(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.pdf` }))), 'archive_bomb'],
    ['ระเบิด.rar', aRarWith({ name: 'ศูนย์.pdf', data: pdf, size: 900 << 20 }), 'archive_bomb'],
    ['หลายไฟล์.rar', aRar(Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.pdf`, data: 'x' }))), 'archive_bomb'],
    ['ว่าง.zip', aZip([]), 'empty'],
    ['โฟลเดอร์เปล่า.zip', aZip([{ name: 'โฟลเดอร์/' }]), 'empty'],
    ['ว่าง.rar', aRar([]), 'empty'],
    ['ตัดท้าย.zip', zip.subarray(0, zip.length - 30), 'damaged'],
    ['ตัดหัว.zip', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), zip.subarray(60)]), 'damaged'],
    ['ผลรวมผิด.zip', aZipWith({ name: 'ก.pdf', data: pdf, directory: { crc: 1 } }), 'damaged'],
    ['ขนาดผิด.zip', aZipWith({ name: 'ก.pdf', data: pdf, directory: { size: 7 } }), 'damaged'],
    ['สองชื่อ.zip', aZipWith({ name: '../ก.exe', data: pdf, directory: { name: 'ก.pdf' } }), 'damaged'],
    ['วิธีบีบอัดอื่น.zip', aZipWith({ name: 'ก.pdf', data: pdf, method: 14 }), 'damaged'],
    ['ผลรวมผิด.rar', aRarWith({ name: 'ก.pdf', data: pdf, sum: 1 }), 'damaged'],
    ['หัวเท่านั้น.rar', Buffer.from('526172211a070100f3e182eb0b0105070006010180808000', 'hex'), 'empty'],
    ['ตัดท้าย.rar', aRarWith({ name: 'ก.pdf', data: pdf }).subarray(0, -60), 'damaged'],
  ];
}
