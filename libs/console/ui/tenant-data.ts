import type { Abilities, CategoryView, TenantCompliance } from '@prongsai/kernel/contracts';
import type { TenantState } from '@prongsai/kernel/workflow';
import { useQuery } from '@tanstack/react-query';
import { callApi, tenantPath } from './api';
import type { Page } from './lists';
import { useSession } from './session';

/** What `GET /tenants/{slug}` tells of the unit itself. */
export interface UnitFacts {
  slug: string;
  name: string;
  shortName: string;
  state: TenantState;
  siteUrl: string;
  minWebMasters: number;
  activeWebMasters: number;
  frozen: boolean;
  headTitle: string | null;
  siteWorkGroup: string | null;
  workGroups: { id: string; name: string }[];
  goLive: Abilities[string];
}

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

/** The short name of the unit: from the session, or from its own answer for one whom a network role lets in. */
export function useTenantName(slug: string): string {
  const own = useSession().memberships.find(({ tenant }) => tenant.slug === slug)?.tenant.shortName;
  const { data } = useUnit(slug, own === undefined);
  return own ?? data?.shortName ?? slug;
}

/** A category's title with its sub-item: `การจัดซื้อจัดจ้าง › ผลรายไตรมาส`; the code when it is not known any more. */
export function categoryTitle(categories: readonly CategoryView[] | undefined, code: string | null, subItemCode?: string | null): string {
  if (!code) return '–';
  const category = categories?.find((one) => one.code === code);
  const subItem = category?.subItems.find((one) => one.code === subItemCode);
  return [category?.title ?? code, subItem?.title].filter(Boolean).join(' › ');
}
