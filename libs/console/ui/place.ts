import { useParams } from '@tanstack/react-router';

/** What the address names: a unit, a network, a record. Empty text where the address names none. */
export interface Place {
  slug: string;
  network: string;
  id: string;
  fiscalYear: string;
  round: string;
}

/** The parameters of the current address. */
export function usePlace(): Place {
  const params = useParams({ strict: false }) as Partial<Place>;
  return { slug: params.slug ?? '', network: params.network ?? '', id: params.id ?? '', fiscalYear: params.fiscalYear ?? '', round: params.round ?? '' };
}
