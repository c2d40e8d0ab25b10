import { v7, validate } from 'uuid';

/** A new identifier: UUIDv7 text, so that ids sort by the order in which they were made. */
export function newId(): string {
  return v7();
}

/** Whether `text` is written as a UUID; anything else is treated as an id that does not exist. */
export function isId(text: string): boolean {
  return validate(text);
}

const linkAlphabet = 'bcdfghjkmnpqrstvwxz23456789';

/**
 * A permanent link's code (`/p/<code>`): ten letters and digits without vowels or look-alikes, so that
 * it can be read out over the telephone and spells no word. 27^10 values: unguessable enough, never reused.
 */
export function newLinkCode(randomByte: () => number): string {
  let code = '';
  while (code.length < 10) {
    const byte = randomByte();
    // Bytes past the last whole multiple would favour the first letters.
    if (byte < 243) code += linkAlphabet[byte % 27];
  }
  return code;
}
