import { normaliseThai } from '@prongsai/kernel/thai';
import type { PublicTenant } from '@prongsai/domain/tenant';

/** How many letters may be wrong: none in a very short word, one in a short one, two from seven letters on. */
function slack(letters: number): number {
  return letters < 4 ? 0 : letters < 7 ? 1 : 2;
}

function lettersOf(text: string): string {
  return normaliseThai(text).replace(/[\s.\-/()]+/g, '');
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

/** How far a unit is from what was asked; null when it is none of what was meant. */
function distanceTo(unit: PublicTenant, asked: string, words: readonly string[]): number | null {
  const names = [unit.nameTh, unit.shortNameTh, unit.nameEn, unit.districtTh ? `อำเภอ${unit.districtTh}` : null, unit.districtEn, unit.slug].flatMap((name) => (name ? [lettersOf(name)] : []));
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
