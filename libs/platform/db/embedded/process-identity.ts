import { readFileSync } from 'node:fs';

/**
 * One process of this machine, told apart from a later one that got the same number (after a reboot, or in a
 * container whose numbers start again at every start).
 */
export interface ProcessIdentity {
  pid: number;
  /** The kernel's mark of boot and start (Linux); empty where the system offers none. */
  mark: string;
}

/** The identity of process `pid`, or null when no such process runs (a zombie does not run). */
export function identityOf(pid: number): ProcessIdentity | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return null;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return { pid, mark: `${boot}/${fields[18]}` };
  } catch {
    return { pid, mark: '' };
  }
}

/** True while the very process that `identity` was taken from still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  const now = identityOf(identity.pid);
  return now !== null && (now.mark === '' || identity.mark === '' || now.mark === identity.mark);
}

/** This process's own identity. */
export function ownIdentity(): ProcessIdentity {
  return identityOf(process.pid) ?? { pid: process.pid, mark: '' };
}
