import { fullSizes, quickSizes, wishesOf } from './options';

const known = ['cached-page', 'dashboard'];

describe('the command line', () => {
  it('runs everything at the full sizes', () => expect(wishesOf([], known)).toEqual({ names: known, sizes: fullSizes, isWritten: false }));
  it('takes names, sizes and whether to write', () => {
    expect(wishesOf(['dashboard', '--quick', '--units', '7', '--write', 'dashboard'], known)).toEqual({ names: ['dashboard'], sizes: { ...quickSizes, units: 7 }, isWritten: true });
  });
  it.each([[['nothing']], [['--units', '0']], [['--units', 'many']], [['--loud']]])('refuses %j', (words) => expect(() => wishesOf(words, known)).toThrow());
});
