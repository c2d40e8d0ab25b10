import type { RequestView } from '@prongsai/kernel/contracts';
import { momentsOf } from './moments';

const person = (name: string) => ({ id: name, name, position: null });
function aRequest(changes: Partial<RequestView>): RequestView {
  return {
    requester: person('เจ้าของ'), decidedBy: null, webMaster: null, publishedBy: null, submittedAt: '2026-02-10T03:42:00Z', decidedAt: null, publishedAt: null,
    publishFrom: '2026-02-10', dueOn: null, refusalReason: null, comment: null, ...changes,
  } as RequestView;
}
const day = '2026-02-12';
const decided = { decidedBy: person('หัวหน้า'), decidedAt: '2026-02-11T07:20:00Z' };

describe('the story of a request', () => {
  it('waits for the approver, with the day that the framework gives', () => {
    const [sent, considered, published, told] = momentsOf(aRequest({ state: 'submitted', dueOn: '2026-02-13' }), day);
    expect(sent).toEqual({ step: 'sent', mark: 'done', text: '10\u00a0ก.พ.\u00a02569 10.42\u00a0น. โดยเจ้าของ' });
    expect(considered).toMatchObject({ mark: 'now', text: expect.stringContaining('พิจารณาภายใน 1 วันทำการ') });
    expect([published?.mark, told?.mark]).toEqual(['', '']);
  });

  it('says who returned or refused it and why', () => {
    const refused = momentsOf(aRequest({ state: 'refused', ...decided, refusalReason: 'personal_data', comment: 'ปิดหน้า 2' }), day);
    expect(refused[1]).toMatchObject({ mark: 'wrong', text: expect.stringContaining('ไม่อนุญาต'), note: 'มีข้อมูลส่วนบุคคลที่ต้องปิดก่อนเผยแพร่ ปิดหน้า 2' });
    expect(momentsOf(aRequest({ state: 'returned', ...decided, comment: 'แก้วันที่' }), day)[1]?.text).toContain('ส่งกลับแก้ไข');
  });

  it('ends with the owner told', () => {
    const done = momentsOf(aRequest({ state: 'published', ...decided, publishedBy: person('เว็บ'), publishedAt: '2026-02-11T08:00:00Z' }), day);
    expect(done.map(({ mark }) => mark)).toEqual(['done', 'done', 'done', 'done']);
    expect(momentsOf(aRequest({ state: 'approved', ...decided, webMaster: person('เว็บ') }), day)[2]).toMatchObject({ mark: 'now', text: 'มอบหมาย เว็บ' });
    expect(momentsOf(aRequest({ state: 'cancelled' }), day)).toHaveLength(1);
  });
});
