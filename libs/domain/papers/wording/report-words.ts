import { cadenceWords } from '@prongsai/kernel/workflow';
import type { ReportFacts } from '../paper-facts';
import { typed } from './official-thai';

export type CountedCategory = ReportFacts['categories'][number];

/** ` รอบ ๖ เดือน` between unit and year; empty for the whole year. */
export function roundWords({ round }: ReportFacts): string {
  if (round.kind === 'year_close') return '';
  return ` ${round.kind === 'follow_up' ? `รอบ “${typed(round.title)}”` : typed(round.title)}`;
}

export function isWholeYear({ round }: ReportFacts): boolean {
  return round.kind === 'year_close';
}

export function cadenceOf({ cadence }: CountedCategory): string {
  return typed(cadenceWords[cadence.code]);
}
