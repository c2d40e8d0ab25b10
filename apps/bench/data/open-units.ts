import type { Lab } from '../lab';
import type { Installation } from '../installation';
import type { LoadResult } from '../measure/load';
import type { MeasuredProcess } from '../measure/measured-process';

/** Kinds in turn, as a province has them. */
const kinds = ['district_office', 'hospital', 'subdistrict_hospital'] as const;

/** The slug of a unit that a bench opens. */
export const unitSlug = (number: number) => `unit-${number}`;

/** Opens units `from` up to and without `until`, one after the other, by the route that a network's administrator uses. */
export function openUnits(lab: Lab, server: MeasuredProcess, network: string, headers: Record<string, string>, from: number, until: number): Promise<LoadResult> {
  const calls = Array.from({ length: until - from }, (_, index) => {
    const number = from + index;
    const kind = kinds[number % kinds.length] as string;
    return {
      method: 'POST', path: `/api/v1/networks/${network}/tenants`,
      body: JSON.stringify({ slug: unitSlug(number), kind, name: `โรงพยาบาลส่งเสริมสุขภาพตำบลทดสอบที่ ${number}`, shortName: `รพ.สต.ทดสอบ ${number}`, district: `อำเภอที่ ${number % 20}` }),
    };
  });
  return lab.generator.send({ port: server.port, calls, count: calls.length, headers, status: 201 });
}

/** How many units the installation has. */
export async function unitCount(installation: Installation): Promise<number> {
  const [row] = await installation.ask('select count(*)::int as n from tenant');
  return Number(row?.['n']);
}

/** Puts every unit online past the verb, which wants two web masters and papers of each. */
export async function putOnline(installation: Installation): Promise<void> {
  await installation.ask(
    `update tenant set state = 'live', active_web_masters = 2, went_live_at = now(), phone = '073494064', fax = '073494065', address = '1 ถนนทดสอบ ตำบลทดสอบ',
       email = slug || '@unit.example', map_url = 'https://maps.example/1' where state = 'setting_up'`,
  );
}

