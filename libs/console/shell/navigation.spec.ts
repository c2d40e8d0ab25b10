import { currentEntry, initialsOf, networkNavigation, tenantNavigation } from './navigation';

describe('places of a unit', () => {
  it('keeps drafts and publishing from one whom a network role lets in', () => {
    expect(tenantNavigation('kapho', false).map(({ to }) => to)).toEqual([
      '/t/kapho/reports', '/t/kapho/compliance', '/t/kapho/people', '/t/kapho/notices', '/t/kapho/audit',
    ]);
    expect(tenantNavigation('kapho', false, ['pattani'])[0]).toMatchObject({ to: '/n/pattani' });
    expect(tenantNavigation('kapho', true)).toHaveLength(9);
  });

  it('knows where one stands', () => {
    const entries = tenantNavigation('kapho', true);
    expect(currentEntry(entries, '/t/kapho')?.text).toBe('งานของฉัน');
    expect(currentEntry(entries, '/t/kapho/requests/0198')?.text).toBe('คำขอเผยแพร่');
    expect(currentEntry(entries, '/t/kapho/reports/2569/six_month')?.text).toBe('รายงานรอบ 6/12 เดือน');
    expect(currentEntry(entries, '/t/kapho/elsewhere')).toBeNull();
    expect(currentEntry(networkNavigation('pattani', ['supervisor']), '/n/pattani/rounds')?.text).toBe('รอบรายงาน');
  });
});

describe('initials', () => {
  it('leaves the kind of office out', () => {
    expect(initialsOf('สสอ.กะพ้อ')).toBe('กพ');
    expect(initialsOf('สำนักงานสาธารณสุขอำเภอปากพะยูน')).toBe('ปก');
    expect(initialsOf('เครือข่ายสุขภาพจังหวัดปัตตานี')).toBe('ปต');
    expect(initialsOf('')).toBe('–');
  });

  it('takes the first letter of a given and a family name', () => {
    expect(initialsOf('นางสาวนภัสสร อ่อนน้อม')).toBe('นอ');
  });
});
