import { currentEntry, initialsOf, networkNavigation, tenantNavigation } from './navigation';

const member = { slug: 'kapho', roles: ['content_owner' as const] };
const visitor = { slug: 'kapho', roles: null };

describe('places of a unit', () => {
  it('keeps drafts and publishing from one whom a network role lets in', () => {
    expect(tenantNavigation(visitor).map(({ to }) => to)).toEqual([
      '/t/kapho/reports', '/t/kapho/compliance', '/t/kapho/people', '/t/kapho/notices', '/t/kapho/audit',
    ]);
    expect(tenantNavigation({ ...visitor, networks: ['pattani'] })[0]).toMatchObject({ to: '/n/pattani' });
    expect(tenantNavigation(member)).toHaveLength(9);
  });

  it('gives a web master the checks, and never more than four places at the foot of a phone', () => {
    const entries = tenantNavigation({ slug: 'kapho', roles: ['web_master'], counts: { work: 3, checks: 4, notices: 2 } });
    expect(entries.filter(({ count }) => count).map(({ to, count }) => [to, count])).toEqual([['/t/kapho', 3], ['/t/kapho/publications/checks', 4], ['/t/kapho/notices', 2]]);
    for (const place of [member, visitor, { slug: 'kapho', roles: ['web_master' as const] }]) expect(tenantNavigation(place).filter(({ tab }) => tab).length).toBeLessThanOrEqual(4);
  });

  it('knows where one stands', () => {
    const entries = tenantNavigation({ slug: 'kapho', roles: ['web_master'] });
    expect(currentEntry(entries, '/t/kapho')?.text).toBe('nav.work');
    expect(currentEntry(entries, '/t/kapho/requests/0198')?.text).toBe('nav.requests');
    expect(currentEntry(entries, '/t/kapho/publications/checks')?.text).toBe('nav.checks');
    expect(currentEntry(entries, '/t/kapho/publications/ending')?.text).toBe('nav.publications');
    expect(currentEntry(entries, '/t/kapho/reports/2569/six_month')?.text).toBe('nav.reports');
    expect(currentEntry(entries, '/t/kapho/elsewhere')).toBeNull();
    expect(currentEntry(networkNavigation('pattani', ['supervisor']), '/n/pattani/rounds')?.text).toBe('nav.network.rounds');
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
