import { validateFileName } from 'yauzl';
import { archiveLimits, type RefusedClass } from './file.policy';

/** What is wrong with what was opened; `inside` names the entry where one is to blame. */
export interface Finding {
  refused: RefusedClass;
  inside?: string;
}

/** Judges one file in an archive or document by its name and all its bytes: null when nothing is wrong. */
export type JudgeMember = (name: string, bytes: Buffer) => Promise<Finding | null>;

/** Entries and expanded bytes that an upload may still use, shared with the archives and documents inside it. */
export class ArchiveBudget {
  private entries = 0;
  private expanded = 0;

  /** Whether one more entry of this size still fits. */
  take(compressedBytes: number, expandedBytes: number): boolean {
    this.entries += 1;
    this.expanded += expandedBytes;
    const isDense = expandedBytes > archiveLimits.ratioFromBytes && expandedBytes > compressedBytes * archiveLimits.ratio;
    return this.entries <= archiveLimits.entries && this.expanded <= archiveLimits.totalBytes && !isDense;
  }
}

/** Whether a name leads out of the folder into which an archive is unpacked, or hides what it is. */
export function isTrickyName(name: string): boolean {
  return validateFileName(name.replace(/\\/g, '/')) !== null || /[\0-\x1f\x7f]/.test(name);
}

/** A name in UTF-8 where it is, else in the Thai Windows code page, in which older tools write. */
export function nameForPeople(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('windows-874').decode(raw);
  }
}

/** The entry's own name without its folders. */
export function baseName(name: string): string {
  return name.replace(/^.*[/\\]/, '');
}
