import { formatThaiPhone } from '@prongsai/kernel/thai';
import type { TenantKind } from '@prongsai/kernel/workflow';
import { networkPeople } from '../people/demo-cast';
import type { NetworkStory } from '../story';
import { opensBy } from '../story-days';
import { pattaniHabits } from './pattani-habits';
import extract from './pattani-units.json';
import { unitStory, type UnitOutline } from './unit-story';

type Unit = (typeof extract.units)[number];

const network = { slug: 'pattani', nameTh: 'เครือข่ายสุขภาพจังหวัดปัตตานี', nameEn: 'Pattani Health Network', provinceTh: 'ปัตตานี' };
const usuallyOpensOn = '2024-10-01';

/** Pattani: the provincial office, twelve district offices and twelve hospitals (pattani-units.json). */
export function tellPattani(asOf: string): NetworkStory {
  return {
    ...network, opensOn: opensBy(usuallyOpensOn, asOf), pastYears: [], followUps: [], ...networkPeople(network.slug, network.provinceTh, 0),
    units: extract.units.map((unit, number) => unitStory(outlineOf(unit, number, asOf), pattaniHabits(unit.slug, asOf))),
  };
}

function kindOf(unit: Unit): TenantKind {
  if (unit.type === 'สสจ.') return 'provincial_office';
  return unit.type === 'สสอ.' ? 'district_office' : 'hospital';
}

function outlineOf(unit: Unit, number: number, asOf: string): UnitOutline {
  const kind = kindOf(unit);
  const district = unit.amphoe_th ?? null;
  const ownPhone = 'phone_th' in unit ? unit.phone_th : undefined;
  return {
    slug: unit.slug, kind, name: unit.name_th, nameEn: unit.name_en, shortName: shortNameOf(unit, kind), headTitle: unit.head_title_th,
    districtTh: district && `อำเภอ${district}`, districtEn: unit.amphoe_en ?? null, provinceTh: network.provinceTh,
    ...(unit.parent_id ? { parent: network.slug } : {}),
    documentPrefix: ('doc_number_prefix_th' in unit && unit.doc_number_prefix_th) || unit.doc_prefix_th,
    siteWorkGroup: ('site_admin_group_th' in unit && unit.site_admin_group_th) || (kind === 'hospital' ? 'กลุ่มงานสุขภาพดิจิทัล' : 'กลุ่มงานบริหารทั่วไป'),
    profile: kind === 'hospital' ? 'bothong' : 'dho', opensOn: opensBy(usuallyOpensOn, asOf), asOf, number, namesOf: 'deepSouth', areaCode: '73',
    contact: {
      ...(district && unit.postcode ? { address: `อำเภอ${district} จังหวัด${network.provinceTh} ${unit.postcode}` } : {}),
      // Seed 000 gives Kapho's number; the others' are made up.
      ...(ownPhone ? { phone: formatThaiPhone(ownPhone).replaceAll('\u00a0', ' ') } : {}),
    },
    // Seed 000: the head decides (2.1.2), an urgent case by word of mouth (3.2.1), on the form of the central administration (3.2.1).
    framework: unit.slug === 'kapho' ? { decidedBy: 'unit_head', verbalApprovalAllowed: true, formVariant: 'central' } : {},
  };
}

function shortNameOf(unit: Unit, kind: TenantKind): string {
  if (kind === 'provincial_office') return 'สสจ.ปัตตานี';
  if (kind === 'district_office') return `สสอ.${unit.amphoe_th ?? ''}`;
  return unit.slug === 'saiburi-hospital' ? 'รพร.สายบุรี' : `รพ.${unit.name_th.replace(/^โรงพยาบาล/, '')}`;
}
