import { can, isOffered, reasonsOf } from './abilities';

const abilities = {
  approve: { allowed: true, reasons: [] },
  refuse: { allowed: false, reasons: [{ code: 'SAME_PERSON', text: 'ผู้อื่นต้องเป็นผู้พิจารณา' }] },
  return: { allowed: false, reasons: [{ code: 'SAME_PERSON', text: 'ผู้อื่นต้องเป็นผู้พิจารณา' }] },
  publish: { allowed: false, reasons: [{ code: 'NOT_ALLOWED', text: 'ท่านไม่มีสิทธิ' }] },
};

describe('abilities of a record', () => {
  it('allows only what the record says', () => {
    expect(can(abilities, 'approve')).toBe(true);
    expect(can(abilities, 'refuse')).toBe(false);
    expect(can(abilities, 'extend')).toBe(false);
    expect(can(undefined, 'approve')).toBe(false);
  });

  it('shows a hindered act with its reason, but none to one without the role', () => {
    expect(isOffered(abilities, 'refuse')).toBe(true);
    expect(isOffered(abilities, 'publish')).toBe(false);
    expect(isOffered(abilities, 'extend')).toBe(false);
  });

  it('tells each sentence once', () => {
    expect(reasonsOf(abilities, 'refuse', 'return')).toEqual(['ผู้อื่นต้องเป็นผู้พิจารณา']);
  });
});
