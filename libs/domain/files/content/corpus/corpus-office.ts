import type { CorpusRow } from './corpus-file';
import { anOfficeFile, relations, wordField, wordText } from './made-office';
import { anOleFile, records, wordStream } from './made-ole';
import { anExe, aPng } from './made-pictures';

/** A Word and an Excel file of the old kind. */
export const aDoc = anOleFile([{ name: 'WordDocument', data: wordStream('แผน') }, '1Table', '\x01CompObj', { name: 'ObjectPool', storage: 'empty' }, '\x05SummaryInformation', '\x05DocumentSummaryInformation']);
export const anXls = anOleFile([{ name: 'Workbook', data: records([0x85, Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 65])], [0x1ae, Buffer.from([1, 0, 1, 4])]) }, '\x05SummaryInformation']);

const docx = (...parts: Parameters<typeof anOfficeFile>[1] & object) => anOfficeFile('docx', parts);
const xlsx = (...parts: Parameters<typeof anOfficeFile>[1] & object) => anOfficeFile('xlsx', parts);
const links = (...all: Parameters<typeof relations> extends [string, ...infer R] ? R : never) => relations('word/document.xml', ...all);
const ole = (...parts: Parameters<typeof anOleFile>[0]) => anOleFile(parts);
const word = (text: string | Buffer, flags = 0) => ({ name: 'WordDocument', data: wordStream(text, flags) });
const book = (...all: Parameters<typeof records>) => ole({ name: 'Workbook', data: records(...all) });

/** Word and Excel, old and new. */
export function officeCorpus(): CorpusRow[] {
  const bom = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
  return [
    ['แผน.docx', docx(), 'office'],
    ['แผน.XLSX', xlsx(), 'office'],
    ['มีลิงก์.docx', docx(links(['hyperlink', 'https://moph.go.th/a?b=1&amp;c=2', 'External'], ['hyperlink', 'mailto:a@b.go.th', 'External'], ['image', 'media/image1.png']), { name: 'word/media/image1.png', data: aPng }), 'office'],
    ['มีกราฟ.docx', docx(relations('word/charts/chart1.xml', ['package', '../embeddings/data.xlsx']), { name: 'word/embeddings/data.xlsx', data: xlsx() }), 'office'],
    ['มีสารบัญ.docx', docx(wordText(wordField(' TOC \\o &quot;1-3&quot; ') + wordField(' PAGE ') + '<w:t>DDE คือการเชื่อมโยง</w:t>')), 'office'],
    ['ใหญ่.xlsx', xlsx({ name: 'xl/worksheets/sheet1.xml', data: `<row>${'<c r="A1"><v>2569</v></c>'.repeat(100_000)}</row>` }), 'office'],
    ['มาโคร.docx', docx({ name: 'word/vbaProject.bin', data: 'x' }), 'macro'],
    ['มาโครชื่ออื่น.docx', docx(links(['vbaProject', 'data.bin']), { name: 'word/data.bin', data: 'x' }), 'macro'],
    ['มาโคร.xlsm', anOfficeFile('xlsx', [], 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'), 'macro'],
    ['เปลี่ยนชื่อจาก docm.docx', anOfficeFile('docx', [], 'application/vnd.ms-word.document.macroEnabled.main+xml'), 'macro'],
    ['มาโครรุ่นเก่า.xlsx', xlsx({ name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }), 'macro'],
    ['แม่แบบ.docx', docx(relations('word/settings.xml', ['attachedTemplate', 'https://evil.example/t.dotm', 'External'])), 'office_linked'],
    ['แม่แบบสะกดอ้อม.docx', docx({ name: 'word/_rels/settings.xml.rels', data: '<x:Relationships xmlns:x="r"><x:Relationship Id="a" Target="http://e/t.dotm" TargetMode="&#69;xternal" Type="t/attachedTemplate"></x:Relationship></x:Relationships>' }), 'office_linked'],
    ['แม่แบบสิบหกบิต.docx', docx({ name: 'word/_rels/settings.xml.rels', data: bom('<Relationships><Relationship Id="a" Type="t/attachedTemplate" Target="http://e/t" TargetMode="External"/></Relationships>') }), 'office_linked'],
    ['ภาพภายนอก.docx', docx(links(['image', 'http://e/x.png', 'External'])), 'office_linked'],
    ['ลิงก์สคริปต์.docx', docx(links(['hyperlink', 'java&#x0A;script:alert(1)', 'External'])), 'office_linked'],
    ['ลิงก์โปรแกรม.docx', docx(links(['hyperlink', 'ms-msdt:/id', 'External'])), 'office_linked'],
    ['โอแอลอีภายนอก.docx', docx(links(['oleObject', 'file:///\\\\server\\x.xls', 'External'])), 'office_linked'],
    ['เชื่อมสมุดอื่น.xlsx', xlsx(relations('xl/externalLinks/externalLink1.xml', ['externalLinkPath', 'file:///C:/a.xlsx', 'External'])), 'office_linked'],
    ['ดีดีอี.xlsx', xlsx({ name: 'xl/externalLinks/externalLink1.xml', data: '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>' }), 'office_linked'],
    ['ฐานข้อมูล.xlsx', xlsx({ name: 'xl/connections.xml', data: '<connections><connection id="1"><dbPr connection="Provider=x" command="y"/></connection></connections>' }), 'office_linked'],
    ['ดีดีอี.docx', docx(wordText(wordField(' DDEAUTO c:\\\\windows\\\\cmd.exe &quot;/k&quot; '))), 'office_linked'],
    ['ดีดีอีแยก.docx', docx(wordText(wordField(' D', 'D', 'E c:\\\\x '))), 'office_linked'],
    ['ดีดีอีง่าย.docx', docx(wordText('<w:fldSimple w:instr=\'DDE "cmd" "x"\'/>')), 'office_linked'],
    ['ดีดีอีหัวกระดาษ.docx', docx(wordText(wordField('DDE x'), 'word/header7.xml')), 'office_linked'],
    ['ดีดีอีเป็นเลข.docx', docx(wordText(wordField(' QUOTE 68 68 69 32 '))), 'office_linked'],
    ['ดึงข้อความ.docx', docx(wordText(wordField('INCLUDETEXT "http://e/x"'))), 'office_linked'],
    ['วัตถุฝัง.docx', docx(links(['oleObject', 'embeddings/oleObject1.bin']), { name: 'word/embeddings/oleObject1.bin', data: ole('\x01Ole10Native') }), 'office_embedded'],
    ['โปรแกรมฝัง.xlsx', xlsx({ name: 'xl/media/image1.png', data: anExe }), 'office_embedded'],
    ['มาโครในกราฟ.docx', docx({ name: 'word/embeddings/data.xlsx', data: xlsx({ name: 'xl/vbaProject.bin', data: 'x' }) }), 'office_embedded'],
    ['ปุ่มควบคุม.docx', docx({ name: 'word/activeX/activeX1.xml', data: '<x/>' }), 'office_embedded'],
    ['แทรกไฟล์.docx', docx(links(['aFChunk', '/word/chunk.html'])), 'office_embedded'],
    ['ตั้งรหัส.docx', ole('EncryptionInfo', 'EncryptedPackage', 'DataSpaces'), 'office_password'],
    ['ออกนอก.docx', docx({ name: '../x', data: 'x' }), 'archive_path'],
    ['ระเบิด.xlsx', xlsx({ name: 'xl/sharedStrings.xml', data: Buffer.alloc(9 << 20) }), 'archive_bomb'],
    ['ส่วนซ้ำ.docx', docx({ name: 'WORD/Document.xml', data: '<x/>' }), 'damaged'],
    ['เอนทิตี.docx', docx({ name: 'word/_rels/a.rels', data: '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }), 'damaged'],
    ['เนื้อเสีย.docx', docx().fill(0xff, 60, 90), 'damaged'],
    ['แผน.doc', aDoc, 'office'],
    ['แผน.xls', anXls, 'office'],
    ['แผนเก่ามาก.xls', ole({ name: 'Book', data: records([0x17, Buffer.from([3, 3, 65, 66, 67])]) }), 'office'],
    ['มีสารบัญ.doc', ole(word('\x13 TOC \\o "1-3" \x14x\x15 DDE')), 'office'],
    ['มาโคร.doc', ole(word('x'), { name: 'Macros', storage: 'with children' }, 'VBA', '_VBA_PROJECT', 'dir'), 'macro'],
    ['มาโคร.xls', ole('Workbook', '_VBA_PROJECT_CUR'), 'macro'],
    ['แผ่นมาโคร.xls', book([0x85, Buffer.from([0, 0, 0, 0, 0, 1, 1, 0, 65])]), 'macro'],
    ['ตั้งรหัส.xls', book([0x2f, Buffer.alloc(6)]), 'office_password'],
    ['ตั้งรหัส.doc', ole(word('x', 0x0100)), 'office_password'],
    ['วัตถุฝัง.doc', ole(word('x'), { name: 'ObjectPool', storage: 'with children' }, { name: '_1234', storage: 'with children' }), 'office_embedded'],
    ['แพ็กเกจ.doc', ole(word('x'), '\x01Ole10Native'), 'office_embedded'],
    ['วัตถุฝัง.xls', ole('Workbook', { name: 'MBD0018D4CE', storage: 'with children' }), 'office_embedded'],
    ['เชื่อมวัตถุ.xls', ole('Workbook', { name: 'LNK0018D4CE', storage: 'with children' }), 'office_linked'],
    ['เชื่อมสมุดอื่น.xls', book([0x1ae, Buffer.from([1, 0, 5, 0, 0, 1, 97, 46, 120, 108])]), 'office_linked'],
    ['ฐานข้อมูล.xls', book([0x876, Buffer.alloc(8)]), 'office_linked'],
    ['ดีดีอี.doc', ole(word('\x13 DDEAUTO cmd "/c" \x15')), 'office_linked'],
    ['ดีดีอีสิบหกบิต.doc', ole(word(Buffer.from('\x13 DDE cmd \x15', 'utf16le'))), 'office_linked'],
    ['วนรอบ.doc', anOleFile(Array.from({ length: 20 }, (_, index) => `s${index}`), { circular: true }), 'damaged'],
    ['ตัดท้าย.doc', aDoc.subarray(0, 600), 'damaged'],
  ];
}
