import { missingOf, type CompletenessFacts } from './completeness';
import type { PublicationRequest } from './publication-request.entity';

const whole = {
  title: 'แผนปฏิบัติการ', details: 'รายละเอียด', categoryCode: 'plan', subItemCode: null, sourceName: 'กลุ่มงานบริหาร', dataFrom: '2026-10-01', dataUntil: '2027-09-30',
  publishFrom: '2026-11-20', publishUntil: '2026-12-20', contact: { name: 'ก', position: 'ข', unit: 'ค', phone: '073494064', email: null },
} as PublicationRequest;
const facts: CompletenessFacts = {
  files: [{ name: 'แผน.pdf', state: 'ready' }], categories: [{ code: 'plan', origin: 'none', subItems: [{ code: 'plan-1' }] }], fiscalYear: 2570, today: '2026-11-20',
};
const pathsOf = (request: Partial<PublicationRequest>, more: Partial<CompletenessFacts> = {}) =>
  missingOf({ ...whole, ...request } as PublicationRequest, { ...facts, ...more }).map(({ path, code }) => `${path}: ${code}`);

describe('what a request needs before it is sent (domain/request-form.json; seeds 000 and 001, 2.7)', () => {
  it('is all there in a whole one', () => expect(pathsOf({})).toEqual([]));

  it('is told all at once, in the order of the form, in Thai', () => {
    const errors = missingOf({ requirementCodes: [] } as unknown as PublicationRequest, { ...facts, files: [] });
    expect(errors.map(({ path }) => path)).toEqual(['title', 'details', 'categoryCode', 'sourceName', 'dataFrom', 'publishFrom', 'contact.name']);
    for (const { text } of errors) expect(text).toMatch(/[\u0E00-\u0E7F]/);
  });

  it.each<[string, Partial<PublicationRequest>, Partial<CompletenessFacts>, string[]]>([
    ['a file does for details', { details: null }, {}, []],
    ['details do for a file', {}, { files: [] }, []],
    ['one of the two there must be', { details: null }, { files: [] }, ['details: missing']],
    ['a category of the unit\'s framework', { categoryCode: 'other' }, {}, ['categoryCode: not_in_profile']],
    ['a sub-item of that category', { subItemCode: 'other-1' }, {}, ['subItemCode: not_in_category']],
    ['a reference where the category wants origin with date and time', {}, { categories: [{ code: 'plan', origin: 'source_and_time', subItems: [] }] }, ['credit: missing']],
    ['the address of an owner who wrote by e-mail', { recorded: true, intakeChannel: 'email' }, {}, ['contact.email: missing']],
    ['its own sub-item', { subItemCode: 'plan-1' }, {}, []],
    ['both ends of the data\'s period', { dataUntil: null }, {}, ['dataUntil: missing']],
    ['the right way round', { dataFrom: '2027-01-01', dataUntil: '2026-01-01' }, {}, ['dataUntil: reversed']],
    ['one day of data is a period', { dataFrom: '2026-01-01', dataUntil: '2026-01-01' }, {}, []],
    ['no end of publishing is fine', { publishUntil: null }, {}, []],
    ['today is an end that has not passed', { publishFrom: '2026-11-20', publishUntil: '2026-11-20' }, {}, []],
    ['yesterday has', { publishFrom: '2026-11-01', publishUntil: '2026-11-19' }, {}, ['publishUntil: past']],
    ['an end before the beginning', { publishFrom: '2026-12-21' }, {}, ['publishUntil: reversed']],
    ['a contact that can be reached', { contact: { name: 'ก', position: 'ข', unit: 'ค' } }, {}, ['contact.phone: missing']],
    ['by e-mail alone', { contact: { name: 'ก', position: 'ข', unit: 'ค', email: 'a@b.c' } }, {}, []],
    ['a telephone number with its digits', { contact: { name: 'ก', position: 'ข', unit: 'ค', phone: '07349' } }, {}, ['contact.phone: bad']],
    ['an e-mail with its parts', { contact: { name: 'ก', position: 'ข', unit: 'ค', email: 'a@b' } }, {}, ['contact.email: bad']],
    ['a file that has been checked', {}, { files: [{ name: 'ก.pdf', state: 'checking' }, { name: 'ข.pdf', state: 'ready' }] }, ['fileIds: not_ready']],
    ['no file that was refused', {}, { files: [{ name: 'ก.pdf', state: 'refused' }] }, ['fileIds: refused']],
  ])('%s', (_, request, more, expected) => expect(pathsOf(request, more)).toEqual(expected));
});
