import sharp from 'sharp';
import { aDoc } from './corpus-office';
import type { CorpusRow } from './corpus-file';
import { anOfficeFile } from './made-office';
import { anOleFile } from './made-ole';
import { aPdf } from './made-pdf';
import { aJpg, anExe, aPhotograph, aPng, aWidePng } from './made-pictures';

const html = '<!DOCTYPE html><html><body>สล็อต</body></html>';

/** What is judged by its size, its first bytes and its name. */
export function plainCorpus(): CorpusRow[] {
  return [
    ['ว่าง.pdf', '', 'empty'],
    ['ใหญ่.pdf', Buffer.alloc(4 * 1_048_576 + 1), 'too_large'],
    ['ใหญ่.jpg', Buffer.alloc(4 * 1_048_576 + 1), 'image_too_large'],
    ['หน้า.html', html, 'html'],
    ['ภาพ.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    ['ภาพเดิม.svg', '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg><svg/>', 'svg'],
    ['setup.exe', anExe, 'program'],
    ['สคริปต์.sh', '#!/bin/sh\nrm -rf /', 'script'],
    ['บันทึก.txt', 'ข้อความ', 'text'],
    ['นำเสนอ.pptx', anOfficeFile('pptx'), 'other_type'],
    ['นำเสนอ.ppt', anOleFile(['PowerPoint Document']), 'other_type'],
    ['ข้อมูล.bin', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]), 'other_type'],
    ['ภาพ.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), 'other_type'],
    ['แอบ.pdf', anExe, 'mismatch'],
    ['แอบ.exe', aPdf(), 'mismatch'],
    ['แอบ.jpg', html, 'mismatch'],
    ['แอบ.xls', '\ufeff \n<!-- export --><table><tr><td>1</td></tr></table>', 'mismatch'],
    ['แอบสิบหกบิต.doc', Buffer.from('\ufeff<html>', 'utf16le'), 'mismatch'],
    ['แอบ.doc', '{\\rtf1\\ansi สวัสดี}', 'mismatch'],
    ['แอบ.docx', aDoc, 'mismatch'],
    ['แอบ.zip', anOfficeFile('docx'), 'mismatch'],
    ['แอบตาราง.docx', anOfficeFile('xlsx'), 'mismatch'],
    ['../../แอบ\u202efdp.exe', anExe, 'program'],
    ['อะไรไม่รู้.docx', Buffer.from([9, 0, 4, 0, 2, 0, 255, 1]), 'damaged'],
  ];
}

/** Pictures: real ones, ones that are cut off, and ones that would fill the memory. */
export async function pictureCorpus(): Promise<CorpusRow[]> {
  const jpg = await aJpg();
  const noise = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#777', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).jpeg({ quality: 95 }).toBuffer();
  return [
    ['ภาพ.jpg', jpg, 'image'],
    ['ภาพ.JPEG', jpg, 'image'],
    ['ภาพ.png', aPng, 'image'],
    ['ภาพถ่าย.jpg', await aPhotograph(), 'image'],
    ['ภาพละเอียด.jpg', noise, 'image'],
    ['แอบโปรแกรม.jpg', Buffer.concat([jpg, anExe]), 'image'],
    ['โปร่งใส.png', await sharp({ create: { width: 9, height: 5, channels: 4, background: '#0d5c3f80' } }).png().toBuffer(), 'image'],
    ['แอบ.png', jpg, 'mismatch'],
    ['ตัดท้าย.jpg', noise.subarray(0, noise.length / 2), 'damaged'],
    ['หัวเท่านั้น.png', aPng.subarray(0, 20), 'damaged'],
    ['ระเบิด.png', aWidePng(20_000, 20_000), 'image_pixels'],
    ['ระเบิดใหญ่.png', aWidePng(200_000, 200_000), 'image_pixels'],
  ];
}
