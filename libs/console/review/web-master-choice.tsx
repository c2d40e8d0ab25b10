import type { MemberView, RequestLine } from '@prongsai/kernel/contracts';
import { callApi, readWhole, SelectField, tenantKey, tenantPath, type Page } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { label } from './labels';

interface WebMaster {
  accountId: string;
  name: string;
  /** Approved and not yet published. */
  open: number;
}

/** Web masters in force, the one with the fewest open tasks first: the server takes that one when none is chosen. */
export function useWebMasters(slug: string): WebMaster[] {
  const members = useQuery({
    queryKey: tenantKey(slug, 'members'), staleTime: 60_000,
    queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal),
  });
  const approved = useQuery({
    queryKey: tenantKey(slug, 'requests', 'approved'),
    queryFn: ({ signal }) => readWhole<RequestLine>(`${tenantPath(slug, 'requests')}?state=approved,approved_verbally`, signal),
  });
  const openOf = (accountId: string) => approved.data?.filter(({ webMaster }) => webMaster?.id === accountId).length ?? 0;
  const all = members.data?.items.filter(({ appointments }) => appointments.some(({ role }) => role === 'web_master')) ?? [];
  return all.map(({ accountId, name }) => ({ accountId, name, open: openOf(accountId) })).sort((a, b) => a.open - b.open || (a.accountId < b.accountId ? -1 : 1));
}

/** Who will publish once it is allowed. */
export function WebMasterChoice({ webMasters, value, onChange }: { webMasters: readonly WebMaster[]; value: string; onChange: (id: string) => void }) {
  const [first] = webMasters;
  if (!first) return null;
  return (
    <SelectField path="webMasterId" label={label('review.assignee')} empty={`${first.name} (งานค้างน้อยที่สุด)`} value={value} onChange={onChange}
      choices={webMasters.map(({ accountId, name, open }) => ({ value: accountId, label: `${name} (งานค้าง ${open} เรื่อง)` }))} />
  );
}
