import { isId, newId, newLinkCode } from './ids';

describe('identifiers', () => {
  it('are UUIDv7, sorted by the order in which they were made', () => {
    const ids = Array.from({ length: 500 }, newId);
    expect(ids.every((id) => isId(id) && id[14] === '7')).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });

  it.each(['', '1', 'not-an-id', '0198a0c0-0000-7000-8000-00000000000', "' or true --", '0198a0c0-0000-7000-8000-000000000000\n'])('%j is none', (text) => {
    expect(isId(text)).toBe(false);
  });
});

describe('the code of a permanent link', () => {
  it('has ten letters and digits that spell nothing and look like nothing else', () => {
    let byte = 0;
    const codes = Array.from({ length: 200 }, () => newLinkCode(() => (byte = (byte + 97) % 256)));
    expect(codes.every((code) => /^[bcdfghjkmnpqrstvwxz2-9]{10}$/.test(code))).toBe(true);
  });

  it('favours no letter: bytes past the last whole multiple are thrown away', () => {
    const bytes = [243, 255, 250, ...Array.from({ length: 10 }, () => 0)];
    expect(newLinkCode(() => bytes.shift() ?? 1)).toBe('bbbbbbbbbb');
    const seen = new Map<string, number>();
    for (let byte = 0; byte < 243; byte++) {
      const letter = newLinkCode(() => byte)[0] as string;
      seen.set(letter, (seen.get(letter) ?? 0) + 1);
    }
    expect([...seen.values()]).toEqual(Array(27).fill(9));
  });
});
