import { ApiProblem, asProblem, fieldTexts, isWorthRetry, offlineProblem, problemOf, summaryLines } from './problem';

const incomplete = problemOf(422, {
  type: 'urn:prongsai:problem:incomplete', status: 422, code: 'INCOMPLETE', title: 'ยังส่งไม่ได้ ข้อมูลยังไม่ครบ', detail: 'ยังส่งไม่ได้ มี 2 เรื่องต้องแก้',
  errors: [
    { path: 'title', code: 'missing', text: 'ยังไม่มีหัวข้อ' },
    { path: 'contact.phone', code: 'bad', text: 'หมายเลขโทรศัพท์ไม่ครบ' },
    { path: 'title', code: 'too_short', text: 'หัวข้อสั้นไป' },
  ],
});

describe('problem of an answer', () => {
  it('keeps the code, the Thai words and the fields', () => {
    expect(incomplete).toMatchObject({ status: 422, code: 'INCOMPLETE', detail: 'ยังส่งไม่ได้ มี 2 เรื่องต้องแก้' });
    expect(incomplete.fields).toHaveLength(3);
  });

  it('keeps further members beside the known ones', () => {
    expect(problemOf(409, { title: 'เรื่องนี้ถูกแก้ไขไปแล้ว', code: 'STALE', current: { version: 7 } }).more).toEqual({ current: { version: 7 } });
  });

  it.each([[404, 'NOT_FOUND'], [503, 'UNAVAILABLE'], [502, 'INTERNAL']])('has words of its own when %i brings no document', (status, code) => {
    expect(problemOf(status, '<html>')).toMatchObject({ status, code });
    expect(problemOf(status, null).detail).toMatch(/[ก-๙]/);
  });

  it('shows what was thrown unforeseen without its English text', () => {
    expect(asProblem(new TypeError('x is undefined')).detail).not.toContain('undefined');
  });
});

describe('words beside the fields', () => {
  it('takes the first sentence of each path', () => {
    expect(fieldTexts(incomplete.fields)).toEqual({ title: 'ยังไม่มีหัวข้อ', 'contact.phone': 'หมายเลขโทรศัพท์ไม่ครบ' });
  });

  it('lists fields, else reasons, else the detail', () => {
    expect(summaryLines(incomplete)).toHaveLength(3);
    const refused = new ApiProblem({ status: 409, code: 'NOT_POSSIBLE', title: 'ยังทำรายการนี้ไม่ได้', reasons: [{ code: 'A', text: 'ก' }, { code: 'B', text: 'ข' }] });
    expect(summaryLines(refused)).toEqual([{ path: '', text: 'ก' }, { path: '', text: 'ข' }]);
    expect(summaryLines(offlineProblem())).toEqual([{ path: '', text: offlineProblem().detail }]);
  });
});

describe('another try', () => {
  it('never follows an answer of 4xx', () => {
    for (const status of [400, 401, 403, 404, 409, 413, 422, 429]) expect(isWorthRetry(0, problemOf(status, null))).toBe(false);
  });

  it('follows no signal and 5xx twice', () => {
    expect([0, 1, 2].map((failures) => isWorthRetry(failures, offlineProblem()))).toEqual([true, true, false]);
    expect(isWorthRetry(0, problemOf(503, null))).toBe(true);
  });
});
