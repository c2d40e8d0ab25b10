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
} as const;

/** An ornament beside words that say the same; nothing for a screen reader. */
export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}
