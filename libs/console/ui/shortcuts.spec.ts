import { isForPage, shortcutOf } from './shortcuts';

const plain = { ctrlKey: false, altKey: false, metaKey: false, defaultPrevented: false };
const inside = (found: boolean) => ({ closest: () => (found ? {} : null) });

describe('keys of the console', () => {
  it('act on the page, never while somebody writes or holds Ctrl', () => {
    expect(isForPage(plain, inside(false))).toBe(true);
    expect(isForPage(plain, inside(true))).toBe(false);
    expect(isForPage({ ...plain, ctrlKey: true }, inside(false))).toBe(false);
    expect(isForPage({ ...plain, defaultPrevented: true }, null)).toBe(false);
  });

  it('mean what the screen on top says', () => {
    const run = () => undefined;
    const both = [{ key: 'a', text: 'ด้านล่าง', run }, { key: 'a', text: 'ด้านบน', run }, { key: '/', text: 'ค้นหา', run }];
    expect(shortcutOf(both, 'a')?.text).toBe('ด้านบน');
    expect(shortcutOf(both, 'z')).toBeNull();
  });
});
