import { auditWords } from './audit-words';

describe('words of an audit entry', () => {
  it('tells the reason of a refusal in the announcement\'s words', () => {
    expect(auditWords({ reason: 'outside_mission', comment: 'เป็นกิจกรรมส่วนบุคคล' })).toEqual(['เหตุผล: ไม่ตรงหรือไม่เกี่ยวข้องกับภารกิจของหน่วยงาน', 'เป็นกิจกรรมส่วนบุคคล']);
  });

  it('names the number, the fields and the file', () => {
    expect(auditWords({ number: 15, fiscalYear: 2570 })).toEqual(['คำขอ 15/2570']);
    expect(auditWords({ version: 2, fields: ['title', 'fileIds'] })).toEqual(['แก้ไข: หัวข้อ เอกสารแนบ']);
    expect(auditWords({ name: 'แผน.pdf', size: 2048, sha256: 'ab' })).toEqual(['แผน.pdf 2\u00a0KB']);
  });

  it('keeps a reason written freely, and says nothing of ids alone', () => {
    expect(auditWords({ reason: 'ข้อมูลผิด' })).toEqual(['เหตุผล: ข้อมูลผิด']);
    expect(auditWords({ webMasterId: '01a1', publicationId: '01a2', confirmations: { lawful: true } })).toEqual([]);
  });

  it('names a clinic\'s day and that it was cancelled', () => {
    expect(auditWords({ name: 'ทันตกรรม', day: '2026-11-24', cancelled: true })).toEqual(['ทันตกรรม', '24\u00a0พ.ย.\u00a02569 งด']);
  });

  it('names the round and what the province looked at', () => {
    expect(auditWords({ fiscalYear: 2569, round: 'six_month', late: true })).toEqual(['รอบ 6 เดือน ปีงบประมาณ 2569', 'เกินกำหนด']);
    expect(auditWords({ what: 'GET /api/v1/tenants/:slug', roles: ['supervisor'] })).toEqual(['ผู้กำกับติดตามระดับจังหวัด']);
  });
});
