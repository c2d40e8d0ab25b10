import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * What a screen is narrowed to, kept in the address: back, reload and a link find it again. Empty text is no filter.
 * Choosing replaces the address, so that back leaves the screen instead of undoing letters.
 */
export function useFilters<K extends string>(keys: readonly K[]): [Record<K, string>, (change: Partial<Record<K, string>>) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const chosen = Object.fromEntries(keys.map((key) => [key, search[key] === undefined ? '' : String(search[key])])) as Record<K, string>;
  const choose = useCallback((change: Partial<Record<K, string>>) => {
    const search = (old: Record<string, unknown>) => Object.fromEntries(Object.entries({ ...old, ...change }).filter(([, value]) => value !== '' && value !== undefined));
    void navigate({ to: '.', search: search as never, replace: true, resetScroll: false });
  }, [navigate]);
  return [chosen, choose];
}
