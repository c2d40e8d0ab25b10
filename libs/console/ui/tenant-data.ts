import type { CategoryView, NetworkTenantLine, TenantCompliance, UnitView } from '@prongsai/kernel/contracts';
import { useQuery } from '@tanstack/react-query';
import { callApi, networkPath, tenantPath } from './api';
import { readWhole, type Page } from './lists';
import { useSession } from './session';

/** What `GET /tenants/{slug}` tells of the unit itself. */
export type UnitFacts = UnitView;

/** Everything read of a unit hangs under this key, so that one act can make it all fresh. */
export function tenantKey(slug: string, ...rest: unknown[]): unknown[] {
  return ['tenant', slug, ...rest];
}

/** Everything read of a network hangs under this key. */
export function networkKey(network: string, ...rest: unknown[]): unknown[] {
  return ['network', network, ...rest];
}

/** The unit itself: its state, its work groups, its web masters by number. */
export function useUnit(slug: string, enabled = true) {
  return useQuery({
    queryKey: tenantKey(slug, 'unit'), enabled, staleTime: 60_000,
    queryFn: ({ signal }) => callApi<UnitFacts>('GET', tenantPath(slug), undefined, signal),
  });
}

/** The categories of the unit's profile this fiscal year, in the order of its framework. */
export function useCategories(slug: string) {
  return useQuery({
    queryKey: tenantKey(slug, 'categories'), staleTime: 300_000,
    queryFn: async ({ signal }) => (await callApi<Page<CategoryView>>('GET', tenantPath(slug, 'categories'), undefined, signal)).items.sort((a, b) => a.order - b.order),
  });
}

/** The status of every requirement of the unit. */
export function useTenantCompliance(slug: string) {
  return useQuery({
    queryKey: tenantKey(slug, 'compliance'),
    queryFn: ({ signal }) => callApi<TenantCompliance>('GET', tenantPath(slug, 'compliance'), undefined, signal),
  });
}

/**
 * The short name of the unit: from the session, or from the lists of the networks for one whom a network role lets in.
 * Not from the unit itself: every look into a unit by the province is an entry in its trail.
 */
export function useTenantName(slug: string): string {
  const { memberships, networks } = useSession();
  const own = memberships.find(({ tenant }) => tenant.slug === slug)?.tenant.shortName;
  const { data } = useQuery({
    queryKey: ['network-units', ...networks.map((network) => network.slug)], enabled: own === undefined && networks.length > 0, staleTime: 300_000,
    queryFn: async ({ signal }) => (await Promise.all(networks.map((network) => readWhole<NetworkTenantLine>(networkPath(network.slug, 'tenants'), signal)))).flat(),
  });
  return own ?? data?.find((unit) => unit.slug === slug)?.shortName ?? slug;
}

/** A report's name: `รายงานรอบ 6 เดือน ปีงบประมาณ 2570`, `รายงานสรุปทั้งปีงบประมาณ 2570`. */
export function reportName({ roundTitle, fiscalYear }: { roundTitle: string; fiscalYear?: number }): string {
  const name = roundTitle.startsWith('รายงาน') ? roundTitle : `รายงาน${roundTitle}`;
  if (fiscalYear === undefined) return name;
  return name.endsWith('ปีงบประมาณ') ? `${name} ${fiscalYear}` : `${name} ปีงบประมาณ ${fiscalYear}`;
}

/** A category's name for a line of a list; the code when it is not known any more. */
export function categoryName(categories: readonly CategoryView[] | undefined, code: string | null): string {
  return code ? (categories?.find((one) => one.code === code)?.shortTitle ?? code) : '–';
}

/** A category's title with its sub-item: `การจัดซื้อจัดจ้าง › ผลรายไตรมาส`; the code when it is not known any more. */
export function categoryTitle(categories: readonly CategoryView[] | undefined, code: string | null, subItemCode?: string | null): string {
  if (!code) return '–';
  const category = categories?.find((one) => one.code === code);
  const subItem = category?.subItems.find((one) => one.code === subItemCode);
  return [category?.title ?? code, subItem?.title].filter(Boolean).join(' › ');
}
