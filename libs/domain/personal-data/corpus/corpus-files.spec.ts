import { readFileText } from '@prongsai/domain/files';
import { findPersonalData } from '../finder/find-personal-data';
import { asDocx, asPdf, asXlsx, inZip } from './made-files';
import { dice, madeCitizenId } from './made-documents';

const id = madeCitizenId(dice(21));
const document = { name: 'ก', holds: [], lines: ['รายชื่อ', `1\tนายสมมติ ใจดี\t${id}`] };
const found = async (bytes: Buffer) => {
  const { pieces, isWhole } = await readFileText(bytes);
  return { isWhole, found: findPersonalData(pieces).map(({ kind, places }) => `${kind}: ${places.join()}`) };
};

/** One of each kind of file; the whole corpus is measured in the deep tests. */
describe('the text of files', () => {
  it('is read in PDF, Word, Excel and archives, with its place', async () => {
    expect(await found(await asPdf(document))).toEqual({ isWhole: true, found: ['citizen_id: หน้า 1'] });
    expect(await found(asDocx(document))).toEqual({ isWhole: true, found: ['citizen_id: '] });
    expect(await found(asXlsx(document))).toEqual({ isWhole: true, found: ['citizen_id: แผ่น 1'] });
    expect(await found(inZip('ใน.xlsx', asXlsx(document)))).toEqual({ isWhole: true, found: ['citizen_id: ใน.xlsx แผ่น 1'] });
  });
  it('is told as not readable where there is none', async () => {
    expect(await found(Buffer.from('%PDF-1.4 broken'))).toEqual({ isWhole: false, found: [] });
    expect(await found(inZip('ภาพ.png', Buffer.from('89504e470d0a1a0a', 'hex')))).toEqual({ isWhole: false, found: [] });
  });
});
