import type { PublicTenant } from '@prongsai/domain/tenant';

/** How pages speak of a unit. */
export interface UnitWords {
  /** What people call it in a sentence: `สำนักงาน` or `โรงพยาบาล`. */
  self: string;
  /** `อำเภอกะพ้อ`; null for a unit of the whole province. */
  district: string | null;
  /** `จังหวัดปัตตานี`. */
  province: string;
  /** Two letters for the mark, until the unit uploads an emblem. */
  monogram: string;
  /** The agencies above it, as the footer names them. */
  parents: string;
  /** Heading and lead of its home. */
  heading: string;
  lead: string;
  /** What schema.org calls it. */
  schemaType: string;
  /** Names, and words of these pages, that no line may break. */
  names: readonly string[];
}

const ministry = 'สำนักงานปลัดกระทรวงสาธารณสุข กระทรวงสาธารณสุข';

/** The first two consonants of a place: กะพ้อ gives กพ. */
function initials(place: string): string {
  return (place.match(/[ก-ฮ]/g) ?? []).slice(0, 2).join('');
}

function withPrefix(prefix: string, place: string): string {
  return place.startsWith(prefix) ? place : `${prefix}${place}`;
}

type Named = Pick<PublicTenant, 'kind' | 'nameTh' | 'districtTh' | 'provinceTh'>;

/** Many parts of one page ask for the words of the same unit. */
const known = new WeakMap<Named, UnitWords>();

/** The words for a unit, from what citizens may know of it. */
export function unitWords(tenant: Named): UnitWords {
  const words = known.get(tenant) ?? makeWords(tenant);
  known.set(tenant, words);
  return words;
}

function makeWords(tenant: Named): UnitWords {
  const province = withPrefix('จังหวัด', tenant.provinceTh);
  const district = tenant.kind !== 'provincial_office' && tenant.districtTh ? withPrefix('อำเภอ', tenant.districtTh) : null;
  const isHospital = tenant.kind === 'hospital' || tenant.kind === 'subdistrict_hospital';
  const self = isHospital ? 'โรงพยาบาล' : 'สำนักงาน';
  return {
    self,
    district,
    province,
    monogram: isHospital ? 'รพ' : initials((district ?? province).replace(/^(จังหวัด|อำเภอ)(เมือง)?/, '')),
    parents: tenant.kind === 'provincial_office' ? ministry : `สำนักงานสาธารณสุข${province} ${ministry}`,
    heading: isHospital ? `ข้อมูลและบริการของ${tenant.nameTh}` : `ข้อมูลและบริการสาธารณสุขของ${district ?? province}`,
    lead: `ค้นหาคู่มือ แบบฟอร์ม ประกาศ และช่องทางติดต่อ${self}`,
    schemaType: `https://schema.org/${isHospital ? 'Hospital' : 'GovernmentOrganization'}`,
    names: [district, province].filter((name): name is string => name !== null),
  };
}
