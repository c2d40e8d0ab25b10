import { Icon, useShortcutKeys } from '@prongsai/console/ui';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { label } from './labels';

/** The staff's search of a unit; `/` goes there. `wide` is the field in the top bar, which small screens do not have. */
export function SearchField({ slug, wide = false }: { slug: string; wide?: boolean }) {
  const { q = '' } = useSearch({ strict: false }) as { q?: unknown };
  const [text, setText] = useState(String(q));
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(String(q)), [q]);
  useShortcutKeys(useMemo(() => (wide ? [{
    key: '/', text: label('keys.search'),
    run: () => {
      // The bar's field is hidden on small screens; there the search has a screen of its own.
      const shown = [field.current, document.getElementById('find-page')].find((one) => one?.offsetParent);
      if (shown) shown.focus();
      else void navigate({ to: `/t/${slug}/search` });
    },
  }] : []), [navigate, slug, wide]));
  return (
    <form className={wide ? 'find wide-find' : 'find'} role="search" onSubmit={(event) => {
      event.preventDefault();
      if (text.trim()) void navigate({ to: `/t/${slug}/search`, search: { q: text.trim() } as never });
    }}>
      <label className="vh" htmlFor={wide ? 'find-bar' : 'find-page'}>{label('search.field')}</label>
      <input ref={field} id={wide ? 'find-bar' : 'find-page'} type="search" enterKeyHint="search" autoComplete="off" maxLength={200} placeholder={label('search.field')} value={text}
        onChange={(event) => setText(event.currentTarget.value)} />
      <button type="submit"><Icon name="search" /><span className="vh">{label('search.go')}</span></button>
    </form>
  );
}
