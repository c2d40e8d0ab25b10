/**
 * Whose rows a transaction may reach. `reach` is 'unit' for a unit's own people and for the jobs that work for it,
 * 'network' for a network role that entered the tenant: that one reaches no draft, decision or publication.
 */
export interface Scope {
  accountId?: string;
  tenantId?: string;
  networkId?: string;
  reach?: 'unit' | 'network';
}

/** A key that makes a repeated POST give its first answer again (SPEC 18). */
export interface RepeatKey {
  key: string;
  /** Hash of method, path and body: the same key on another request is refused. */
  fingerprint: string;
}

/** Whether two scopes reach the same rows. */
export function isSameScope(a: Scope, b: Scope): boolean {
  return a.accountId === b.accountId && a.tenantId === b.tenantId && a.networkId === b.networkId && a.reach === b.reach;
}
