import { median, noise } from './statistics';

describe('the median', () => {
  it.each([[[3], 3], [[4, 1, 3], 3], [[4, 1, 3, 2], 2.5]])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected));
  it('needs a value', () => expect(() => median([])).toThrow('no value'));
});

describe('noise', () => {
  it('is nought among equals, and leaves one round that went wrong out', () => {
    expect(noise([5, 5, 5])).toBe(0);
    expect(noise([10, 11, 10, 12, 500])).toBeCloseTo(2 / 11);
  });
});
