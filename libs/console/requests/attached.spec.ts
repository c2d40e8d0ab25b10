import { withStored } from './attached';

describe('files of a draft', () => {
  it('come last, or in the place of the one they replace', () => {
    expect(withStored(['a', 'b'], 'c', null)).toEqual(['a', 'b', 'c']);
    expect(withStored(['a', 'b'], 'c', 'a')).toEqual(['c', 'b']);
    expect(withStored(['b'], 'c', 'gone meanwhile')).toEqual(['b', 'c']);
  });
});
