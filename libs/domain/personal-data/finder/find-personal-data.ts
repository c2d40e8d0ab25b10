import { createHash } from 'node:crypto';
import type { PersonalDataKind } from '@prongsai/kernel/contracts';
import { findBankAccounts } from './bank-accounts';
import { findCitizenIds, type Hit } from './citizen-id';
import { findHospitalNumbers } from './hospital-numbers';
import { findMobiles, mobileOf } from './phones';
import { masked, readable } from './readable-text';

/** A stretch of text and where it stands, in words that people know: a field, a page, a sheet. */
export interface TextPiece {
  place: string;
  text: string;
}

/** What was found of one kind. The numbers themselves are never kept. */
export interface Found {
  kind: PersonalDataKind;
  /** Different numbers. */
  count: number;
  /** Where, each place once, in order; the first `mostPlaces`. */
  places: string[];
  /** A few of them with most digits hidden. */
  samples: string[];
  /** The same for the same numbers; made of what may be shown, so that it gives no number away. */
  key: string;
}

/** From so many different mobile numbers on it is a list of persons' telephones; one or two are a contact. */
export const phonesOfAList = 3;
const [mostPlaces, mostSamples] = [10, 3];

const finders: Array<[PersonalDataKind, (text: string) => Hit[]]> = [
  ['citizen_id', findCitizenIds], ['hospital_number', findHospitalNumbers], ['bank_account', findBankAccounts], ['phones', findMobiles],
];

/**
 * Personal data in a request's texts or in one file (SPEC 6). What one finder takes the next does not see. `ownPhones`
 * are the unit's own numbers and the contact's, which are given to be called.
 */
export function findPersonalData(pieces: readonly TextPiece[], ownPhones: readonly string[] = []): Found[] {
  const own = new Set(ownPhones.map(mobileOf));
  const found = new Map<PersonalDataKind, { numbers: Map<string, string>; places: Set<string> }>();
  for (const { place, text } of pieces) {
    let rest = readable(text);
    for (const [kind, find] of finders) {
      const hits = find(rest);
      for (const { start, end } of hits) {
        const written = rest.slice(start, end);
        const number = kind === 'phones' ? mobileOf(written) : written.replace(/\D/g, '');
        if (kind === 'phones' && own.has(number)) continue;
        const all = found.get(kind) ?? { numbers: new Map<string, string>(), places: new Set<string>() };
        all.numbers.set(number, all.numbers.get(number) ?? masked(written));
        if (place) all.places.add(place);
        found.set(kind, all);
      }
      rest = without(rest, hits);
    }
  }
  return [...found].filter(([kind, { numbers }]) => kind !== 'phones' || numbers.size >= phonesOfAList).map(([kind, { numbers, places }]) => {
    const shown = [...numbers.values()];
    const key = createHash('sha256').update([kind, ...shown.toSorted()].join('\n')).digest('hex').slice(0, 24);
    return { kind, count: numbers.size, places: [...places].slice(0, mostPlaces), samples: shown.slice(0, mostSamples), key };
  });
}

function without(text: string, hits: readonly Hit[]): string {
  if (hits.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of hits.toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    parts.push(text.slice(at, start), 'x'.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}
