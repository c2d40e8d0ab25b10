import { refusalReasons } from '@prongsai/kernel/workflow';
import { AddMemberBody, AppointBody, Day, OpenTenantBody, optionalText, PageQuery, PublishBody, RefuseBody, RequestInput, RequestPatch, RoundBody, SignIn, WithdrawBody } from './index';

type Schema = { safeParse(value: unknown): { success: boolean; error?: { issues: Array<{ path: PropertyKey[]; message: string }> } } };

/** Paths and sentences of what a value breaks; empty when it keeps the contract. */
function broken(schema: Schema, value: unknown): Array<[string, string]> {
  return schema.safeParse(value).error?.issues.map((issue) => [issue.path.join('.'), issue.message]) ?? [];
}
const pathsOf = (schema: Schema, value: unknown) => broken(schema, value).map(([path]) => path);

describe('a day', () => {
  it.each(['2026-02-28', '2028-02-29', '2543-12-31'])('%s is one', (day) => expect(Day.safeParse(day).success).toBe(true));
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '28/02/2569', '2026-02-28T00:00:00Z', '', '2026-04-31'])('%j is none', (day) => {
    expect(broken(Day, day)).toEqual([['', 'ไม่มีวันที่นี้ในปฏิทิน ใช้รูปแบบ ปปปป-ดด-วว']]);
  });
});

describe('words that may be left out', () => {
  const words = optionalText(5, 'หัวข้อ');
  it('are trimmed, and empty means none', () => {
    expect([' ก ข ', '', '   ', null].map((text) => words.parse(text))).toEqual(['ก ข', null, null, null]);
  });
  it('have a length', () => expect(broken(words, 'กขคงจฉ')).toEqual([['', 'หัวข้อยาวเกิน 5 ตัวอักษร']]));
});

describe('a page of a list', () => {
  it('has fifty lines unless told', () => expect(PageQuery.parse({})).toEqual({ limit: 50 }));
  it.each([{ limit: '0' }, { limit: '201' }, { limit: '1.5' }, { limit: 'x' }, { cursor: 'x'.repeat(301) }])('%j is refused', (query) => {
    expect(pathsOf(PageQuery, query)).toEqual([Object.keys(query)[0]]);
  });
});

describe('a request', () => {
  it('may be saved with nothing in it', () => expect(RequestInput.parse({})).toEqual({}));
  it('carries the version that was seen when it is changed', () => expect(pathsOf(RequestPatch, { title: 'ก' })).toEqual(['version']));
  it.each([
    ['title', 'ก'.repeat(301)], ['details', 'ก'.repeat(20_001)], ['dataFrom', '2026-02-30'], ['intakeChannel', 'fax'], ['workGroupId', '1'],
    ['externalLink', 'javascript:alert(1)'], ['externalLink', 'not a link'], ['requirementCodes', Array(51).fill('x')], ['fileIds', ['x']], ['title', 7],
  ])('%s refuses %j', (field, value) => {
    expect(pathsOf(RequestInput, { [field]: value }).map((path) => path.split('.')[0])).toEqual([field]);
  });
  it.each([['https://www.moph.go.th/ข่าว', 'https://www.moph.go.th/ข่าว'], ['', null], [null, null]])('links to %j', (link, kept) => {
    expect(RequestInput.parse({ externalLink: link }).externalLink).toBe(kept);
  });
});

describe('decisions', () => {
  it.each(Object.keys(refusalReasons))('refuses for %s', (reason) => {
    expect(RefuseBody.safeParse({ reason, comment: 'ดูหน้าแรก' }).success).toBe(true);
    expect(RefuseBody.safeParse({ reason }).success).toBe(reason !== 'other');
  });
  it('needs one of the documents\' reasons', () => expect(pathsOf(RefuseBody, { reason: 'because' })).toEqual(['reason']));
  it('publishes with nothing confirmed unless it is said', () => {
    expect(PublishBody.parse({}).confirmations).toEqual({ rightsCleared: false, noPersonalData: false, descriptionRight: false, lawful: false });
  });
  it('tells citizens why an item came down', () => expect(pathsOf(WithdrawBody, { reason: ' ' })).toEqual(['reason']));
});

describe('people and units', () => {
  it('appoints a web master by an order only', () => {
    expect(pathsOf(AppointBody, { role: 'web_master' })).toEqual(['orderNumber']);
    expect(AppointBody.safeParse({ role: 'web_master', orderNumber: '12/2569' }).success).toBe(true);
    expect(AppointBody.safeParse({ role: 'approver' }).success).toBe(true);
  });
  it('knows no role beside those of SPEC 4', () => expect(pathsOf(AppointBody, { role: 'supervisor' })).toEqual(['role']));
  it('asks for address and name of a member', () => expect(pathsOf(AddMemberBody, { email: 'x', appointment: { role: 'approver' } })).toEqual(['email', 'name']));
  it.each(['Kapho', '1kapho', 'ka pho', '-kapho', 'kapho-', 'กะพ้อ', 'a'.repeat(51), 'a--b'])('a unit cannot be called %j', (slug) => {
    expect(pathsOf(OpenTenantBody, { slug, kind: 'hospital', name: 'ก', shortName: 'ก' })).toEqual(['slug']);
  });
  it('says everything about a round at once', () => {
    expect(pathsOf(RoundBody, {}).sort()).toEqual(['dueToProvinceOn', 'dueToSuperiorOn', 'fiscalYear', 'title', 'windowFrom', 'windowUntil']);
  });
  it('signs in with both', () => expect(pathsOf(SignIn, {})).toEqual(['email', 'password']));
});
