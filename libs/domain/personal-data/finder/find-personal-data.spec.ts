import { dice, madeCitizenId, madeDocuments, measure } from '../corpus/made-documents';
import { isCitizenId } from './citizen-id';
import { findPersonalData } from './find-personal-data';

const found = (text: string, own: string[] = []) => findPersonalData([{ place: 'รายละเอียดข้อมูล', text }], own);
const kinds = (text: string, own: string[] = []) => found(text, own).map(({ kind }) => kind);

describe('the corpus of made-up texts', () => {
  it('gives at least 95 % of what is in it and at most 5 % false alarms', () => {
    const results = madeDocuments(20).map((document) => ({ document, found: findPersonalData([{ place: '1', text: document.lines.join('\n') }]).map(({ kind }) => kind) }));
    const { recall, falseAlarms, wrong } = measure(results);
    expect({ wrong: recall >= 0.95 && falseAlarms <= 0.05 ? [] : wrong, recall: recall >= 0.95, falseAlarms: falseAlarms <= 0.05 }).toEqual({ wrong: [], recall: true, falseAlarms: true });
  });
});

describe("a citizen's number", () => {
  it('has the right check digit and tells a person', () => {
    const id = madeCitizenId(dice(1));
    expect([isCitizenId(id), isCitizenId(madeCitizenId(dice(1), false)), isCitizenId(`0${id.slice(1)}`), isCitizenId(id.slice(1))]).toEqual([true, false, false, false]);
  });
  it('is never told in clear, and keeps its key', () => {
    const id = madeCitizenId(dice(2));
    const [one] = found(`เลข ${id} และ ${id}`);
    expect(one).toMatchObject({ kind: 'citizen_id', count: 1, places: ['รายละเอียดข้อมูล'], samples: [`${id[0]}xxxxxxxxxx${id.slice(-2)}`] });
    expect(JSON.stringify(one)).not.toContain(id.slice(1, -2));
    expect(found(`ก่อน ${id}`)[0]?.key).toBe(one?.key);
    expect(found(`ก่อน ${madeCitizenId(dice(3))}`)[0]?.key).not.toBe(one?.key);
  });
  it('is found behind another number and in a line with others', () => {
    expect(kinds(`ลำดับ 1 ${madeCitizenId(dice(4))} 25`)).toEqual(['citizen_id']);
  });
});

describe('telephones', () => {
  const three = '081-234-5678 กับ 089 876 5432 และ 0612345678';
  it('are a list from three different mobile numbers on', () => {
    expect([kinds(three), kinds('081-234-5678 และ 089 876 5432'), kinds('081-234-5678, 0812345678, 08 1234 5678')]).toEqual([['phones'], [], []]);
  });
  it("leave out the unit's own", () => expect(kinds(three, ['0612345678'])).toEqual([]));
});

describe('a bank account', () => {
  it('needs words that say so', () => expect([kinds('ใบเสร็จเลขที่ 123-4-56789-0'), kinds('เลขที่บัญชี 123-4-56789-0')]).toEqual([[], ['bank_account']]));
  it('is no telephone number beside the words', () => expect(kinds('ส่งสลิปบัญชีธนาคารได้ที่โทร 081-234-5678')).toEqual([]));
});

it('reads long texts in a bearable time', () => {
  const text = `${'1 '.repeat(200_000)}${'HN '.repeat(50_000)}${' '.repeat(200_000)}${'บัญชี 08'.repeat(50_000)}`;
  expect(kinds(text)).toEqual([]);
});
