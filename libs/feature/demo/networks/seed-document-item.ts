import { seedDocuments, type SeedDocument } from '../documents/documents';
import type { ItemStory } from '../story';

type Placed = Pick<ItemStory, 'on' | 'dataFrom' | 'dataUntil' | 'categoryCode' | 'sourceName'> & Partial<ItemStory>;

/** One of the five documents as an item: its own words to read, and itself as a file. Nothing in it is made up. */
export function seedDocumentItem(key: SeedDocument['key'], place: Placed): ItemStory {
  const document = seedDocuments.find((one) => one.key === key);
  if (!document) throw new Error(`there is no document ${key}`);
  const number = document.documentNumber ? ` เลขที่หนังสือ ${document.documentNumber}` : '';
  return {
    kind: 'item', title: document.title, paragraphs: document.paragraphs, file: { path: document.pdfPath, name: document.fileName },
    credit: `ข้อความและถ้อยคำเป็นของเอกสารต้นฉบับ${number} นำมาแสดงในระบบสาธิต`, remarks: 'เอกสารจริง ผู้มีชื่อในเอกสารไม่เกี่ยวข้องกับการกระทำในระบบสาธิต',
    intakeChannel: 'letter', outcome: { state: 'published' }, ...place,
  };
}
