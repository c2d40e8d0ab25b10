import { readerActOf, zoomed } from './zoom';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => ({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('the width of a page', () => {
  it('goes up and down by steps and stays at the ends', () => {
    expect([zoomed(100, 1), zoomed(150, 1), zoomed(300, 1), zoomed(100, -1), zoomed(300, -1)]).toEqual([150, 200, 300, 100, 200]);
  });
});

describe('keys while reading', () => {
  it('do what the list says', () => {
    expect(['+', '=', '-', '0', 'PageDown', 'PageUp'].map((name) => readerActOf(key(name)))).toEqual(['larger', 'larger', 'smaller', 'fit', 'next', 'previous']);
  });

  it('leave the browser its own', () => {
    expect([readerActOf(key('ArrowDown')), readerActOf(key('+', { ctrlKey: true })), readerActOf(key('0', { metaKey: true }))]).toEqual([null, null, null]);
  });
});
