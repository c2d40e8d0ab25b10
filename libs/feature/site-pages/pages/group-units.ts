import { compareThai } from '@prongsai/kernel/thai';
import type { TenantKind } from '@prongsai/kernel/workflow';
import type { PublicTenant } from '@prongsai/domain/tenant';

const kindTitles: Record<TenantKind, string> = {
  provincial_office: 'สำนักงานสาธารณสุขจังหวัด',
  district_office: 'สำนักงานสาธารณสุขอำเภอ',
  hospital: 'โรงพยาบาล',
  subdistrict_hospital: 'โรงพยาบาลส่งเสริมสุขภาพตำบล',
};

/** Units by kind, within a kind by district and name in Thai dictionary order; kinds without a unit are left out. */
export function groupUnits(units: readonly PublicTenant[]): Array<{ title: string; units: PublicTenant[] }> {
  return (Object.keys(kindTitles) as TenantKind[])
    .map((kind) => ({ title: kindTitles[kind], units: units.filter((unit) => unit.kind === kind).sort(byPlace) }))
    .filter((group) => group.units.length > 0);
}

function byPlace(a: PublicTenant, b: PublicTenant): number {
  return compareThai(a.districtTh ?? '', b.districtTh ?? '') || compareThai(a.nameTh, b.nameTh);
}
