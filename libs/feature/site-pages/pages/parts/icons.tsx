import type { VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';

const shapes = {
  phone: 'M6 3h3l1.6 4.4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2L20 14v3.5A2.5 2.5 0 0 1 17.3 20C10 19.5 4.5 14 4 6.7A2.5 2.5 0 0 1 6 3z',
  map: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12.2a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2z',
  mail: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  next: 'M9 6l6 6-6 6',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V6zM8.5 12l2.5 2.5 4.5-5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  save: 'M12 4v11M7.5 11 12 15.5 16.5 11M5 20h14',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  ambulance: 'M3 7h11v10H3zM14 10h4l3 3.5V17h-7M7 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8.5 9.5v4M6.5 11.5h4',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20.5 20.5 16 16',
  book: 'M4 5c3-1.3 6-1.3 8 0v15c-2-1.3-5-1.3-8 0zM20 5c-3-1.3-6-1.3-8 0v15c2-1.3 5-1.3 8 0z',
  page: 'M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6',
  building: 'M5 21V5l7-2.5V21M12 8.5l7 2V21M3 21h18M8 8v.1M8 12v.1M8 16v.1M15.5 14v.1M15.5 17.5v.1',
  cart: 'M3 4h2.5l2 11h10l2-8H6.5M9 20v.1M16 20v.1',
  work: 'M3.5 8h17v11h-17zM9 8V5h6v3M3.5 13h17',
  talk: 'M4 5h16v11H11l-5 4v-4H4zM8 9.5h8M8 12.5h5',
  news: 'M4 5h12v14H5.5A1.5 1.5 0 0 1 4 17.5zM16 9h4v8.500a1.500 1.500 0 0 1-3 0M7 9h6M7 12h6M7 15h4',
  device: 'M7 3h10v18H7zM11 18h2',
  bulb: 'M9 17h6M10 20h4M8.500 14A5.500 5.500 0 1 1 15.500 14c-.7.7-.5 1.500-.5 3H9c0-1.500.2-2.300-.5-3z',
  home: 'M4 11l8-7 8 7M6 9.500V20h12V9.500M10 20v-6h4v6',
} as const;
export type IconName = keyof typeof shapes;

const markup = Object.fromEntries(
  Object.entries(shapes).map(([name, shape]) => [name, [`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${shape}"></path></svg>`]]),
) as Record<IconName, string[]>;

/** An ornament beside words that say the same; nothing for a screen reader. */
export function Icon({ name }: { name: IconName }): VNode {
  return jsxTemplate(markup[name]);
}
