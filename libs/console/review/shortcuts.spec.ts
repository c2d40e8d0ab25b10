import { reviewActOf } from './shortcuts';

const press = (key: string, code = `Key${key.toUpperCase()}`, more: object = {}) =>
  reviewActOf({ key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false, isTaken: false, ...more });

describe('single keys of the queue', () => {
  it('move and decide', () => {
    expect(['j', 'k', 'a', 'r', 'x'].map((key) => press(key))).toEqual(['next', 'previous', 'allow', 'refuse', null]);
  });

  it('work on a Thai keyboard as they are', () => {
    expect([press('่', 'KeyJ'), press('ฟ', 'KeyA')]).toEqual(['next', 'allow']);
  });

  it('follow the letter where the keyboard has it elsewhere', () => {
    expect([press('a', 'KeyQ'), press('q', 'KeyA')]).toEqual(['allow', null]);
  });

  it('do nothing in a field, in a dialog, held down, or with another key', () => {
    expect([{ isTaken: true }, { repeat: true }, { ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }].map((more) => press('a', 'KeyA', more))).toEqual(Array(6).fill(null));
  });
});
