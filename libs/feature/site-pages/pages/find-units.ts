import { lettersBetween, normaliseThai } from '@prongsai/kernel/thai';
import type { PublicTenant } from '@prongsai/domain/tenant';

/** How many letters may be wrong: none in a very short word, one in a short one, two from seven letters on. */
function slack(letters: number): number {
  return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

/**
 * Thai names have no one spelling in Latin letters: what sounds alike is written alike here (ph p, th t, kh k, y i,
 * ee i, oo u, double letters single, the r that only lengthens a vowel dropped). Thai letters stay as they are.
 */
function soundOf(latin: string): string {
  return latin
    .replace(/([ptkc])h/g, '$1')
    .replace(/ee|y/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replace(/v/g, 'w')
    .replace(/([aeiou])r(?![aeiou])/g, '$1')
    .replace(/([a-z])\1/g, '$1');
}

function lettersOf(text: string): string {
  return soundOf(normaliseThai(text).replace(/[\s.\-/()]+/g, ''));
}

/** Least number of letters to add, drop or change until `sought` stands somewhere in `text` (Sellers). */
export function distanceWithin(sought: string, text: string): number {
  let row = Array.from({ length: sought.length + 1 }, (_, index) => index);
  let best = sought.length;
  for (const letter of text) {
    const next = [0];
    for (let at = 1; at <= sought.length; at++) {
      const changed = (row[at - 1] as number) + (sought[at - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at] as number) + 1, (next[at - 1] as number) + 1));
    }
    row = next;
    best = Math.min(best, row[sought.length] as number);
  }
  return best;
}

/** Every name under which a unit may be asked for. */
function namesOf(unit: PublicTenant): string[] {
  return [unit.nameTh, unit.shortNameTh, unit.nameEn, unit.districtTh ? `อำเภอ${unit.districtTh}` : null, unit.districtEn, unit.slug].flatMap((name) => (name ? [lettersOf(name)] : []));
}

/** How far a unit is from what was asked; null when it is none of what was meant. */
function distanceTo(unit: PublicTenant, asked: string, words: readonly string[]): number | null {
  const names = namesOf(unit);
  const nearest = (word: string) => {
    const distance = Math.min(...names.map((name) => (name.includes(word) ? 0 : distanceWithin(word, name))));
    return distance <= slack(word.length) ? distance : null;
  };
  const whole = nearest(asked);
  if (whole === 0 || words.length < 2) return whole;
  const apart = words.map(nearest);
  const sum = apart.includes(null) ? null : apart.reduce((total: number, distance) => total + (distance ?? 0), 0);
  return whole === null ? sum : sum === null ? whole : Math.min(whole, sum);
}

/**
 * The units whose Thai or English name or district is what was asked, in the order given; spaces, dots, Thai digits and
 * a letter or two wrong do not matter. Only the nearest are answered: a right spelling is not mixed with guesses.
 */
export function findUnits(units: readonly PublicTenant[], text: string): PublicTenant[] {
  const words = normaliseThai(text).split(' ').map(lettersOf).filter((word) => word !== '');
  const asked = words.join('');
  if (asked === '') return [];
  const near = units.flatMap((unit) => {
    const distance = distanceTo(unit, asked, words);
    return distance === null ? [] : [{ unit, distance }];
  });
  const least = Math.min(...near.map(({ distance }) => distance));
  return near.filter(({ distance }) => distance === least).map(({ unit }) => unit);
}

const mostSuggested = 6;

/** Where nothing is found: the districts whose name is most like what was asked, none that is less than half like it. */
export function suggestDistricts(units: readonly PublicTenant[], text: string): string[] {
  const asked = lettersOf(text).replace(/^(โรงพยาบาล|สำนักงานสาธารณสุขอำเภอ|อำเภอ|รพ|สสอ|อ)/, '');
  const most = Math.floor(asked.length / 2);
  if (most === 0) return [];
  const nearest = new Map<string, number>();
  for (const { districtTh, districtEn } of units) {
    if (!districtTh) continue;
    const distance = Math.min(...[districtTh, districtEn].flatMap((name) => (name ? [lettersBetween(asked, lettersOf(name), most)] : [])));
    if (distance <= most) nearest.set(districtTh, distance);
  }
  return [...nearest].sort((a, b) => a[1] - b[1]).slice(0, mostSuggested).map(([district]) => district);
}
