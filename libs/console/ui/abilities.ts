import type { Abilities } from '@prongsai/kernel/contracts';

export interface Ability {
  allowed: boolean;
  reasons: { code: string; text: string }[];
}

/** The record's answer for one act; an act that the record does not mention is not offered. */
export function abilityOf(abilities: Abilities | undefined, act: string): Ability | null {
  return abilities?.[act] ?? null;
}

/** Whether the act can be done now. */
export function can(abilities: Abilities | undefined, act: string): boolean {
  return abilityOf(abilities, act)?.allowed ?? false;
}

/**
 * Whether the act is worth showing: possible now, or hindered by something that can change. One who lacks the role
 * altogether (`NOT_ALLOWED`) sees no dead button.
 */
export function isOffered(abilities: Abilities | undefined, act: string): boolean {
  const ability = abilityOf(abilities, act);
  return ability !== null && (ability.allowed || !ability.reasons.some(({ code }) => code === 'NOT_ALLOWED'));
}

/** The reasons of several acts, each sentence once. */
export function reasonsOf(abilities: Abilities | undefined, ...acts: string[]): string[] {
  return [...new Set(acts.flatMap((act) => abilityOf(abilities, act)?.reasons.map(({ text }) => text) ?? []))];
}
