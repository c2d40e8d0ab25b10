import { changesOf, emptyDraft, withoutPaths } from './draft';

describe('changes of a draft', () => {
  it('holds only what differs, empty text as null', () => {
    const before = { ...emptyDraft, title: 'แผนจัดซื้อจัดจ้าง', remarks: 'เดิม' };
    const after = { ...before, remarks: '', publishUntil: '2026-09-30', fileIds: ['a'] };
    expect(changesOf(before, after)).toEqual({ remarks: null, publishUntil: '2026-09-30', fileIds: ['a'] });
    expect(changesOf(before, { ...before })).toEqual({});
  });

  it('sends the contact as one', () => {
    const after = { ...emptyDraft, contact: { ...emptyDraft.contact, name: 'ซากีเราะห์ ต.' } };
    expect(changesOf(emptyDraft, after)).toEqual({ contact: { name: 'ซากีเราะห์ ต.', position: null, unit: null, phone: null, email: null } });
  });

  it('can leave out what was refused', () => {
    expect(withoutPaths({ title: 'ก', externalLink: 'htt', contact: { email: 'x' } }, ['externalLink', 'contact.email'])).toEqual({ title: 'ก' });
  });
});
