import type { FileClass } from '../file.policy';

/** A made file under its name, and the row of the policy that must be found for it. */
export interface CorpusFile {
  name: string;
  bytes: Buffer;
  is: FileClass;
}

/** Shorthand in which the tables are written. */
export type CorpusRow = [name: string, bytes: Buffer | string, is: FileClass];
