const paths = {
  home: 'M4 11l8-7 8 7v9h-5.500v-6h-5v6H4z',
  document: 'M7 3h7l5 5v13H7zM14 3v5h5M10 13h6M10 17h6',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  book: 'M4 5c3-1.300 6-1.300 8 0v15c-2-1.300-5-1.300-8 0zM20 5c-3-1.300-6-1.300-8 0v15c2-1.300 5-1.300 8 0z',
  shield: 'M12 3l8 3v6c0 5-3.500 8-8 9.500C7.500 20 4 17 4 12V6zM8.500 12l2.500 2.500 4.500-5',
  people: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-6 7-6s7 2 7 6M16 3.500a4 4 0 0 1 0 7M18 15.500c2.500.600 4 2.300 4 5.500',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10 21h4',
  history: 'M4 12a8 8 0 1 0 2.500-5.800M4 4v4h4M12 8v4.500l3 2',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  building: 'M5 21V4h9v17M14 9h5v12M8 8h3M8 12h3M8 16h3M3 21h18',
  upload: 'M12 16V5M7.500 9.500 12 5l4.500 4.500M5 20h14',
  tick: 'M5 12.500 10 17.500 19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  down: 'M6 9l6 6 6-6',
  calendar: 'M4 6h16v15H4zM4 10.500h16M8.500 3v5M15.500 3v5',
  more: 'M4 7h16M4 12h16M4 17h16',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM20.500 20.500 16 16',
  again: 'M19 12a7 7 0 1 1-2-5l2.500 2.500M19.500 4.500v5h-5',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.500l3.500 2',
  keys: 'M3 7h18v10H3zM6.500 10.500h.01M10 10.500h.01M13.500 10.500h.01M17 10.500h.01M8 14h8',
  out: 'M14 4h6v16h-6M10 8l-4 4 4 4M6 12h10',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing beside words; it says nothing on its own. */
export function Icon({ name }: { name: IconName }) {
  return <svg className="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d={paths[name]} /></svg>;
}
