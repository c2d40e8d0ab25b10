import type { FileClass } from '../file.policy';
import { archiveCorpus } from './corpus-archives';
import { officeCorpus } from './corpus-office';
import { pdfCorpus } from './corpus-pdf';
import { pictureCorpus, plainCorpus } from './corpus-plain';

/** A made file under its name, and the row of the policy that must be found for it. */
export interface CorpusFile {
  name: string;
  bytes: Buffer;
  is: FileClass;
}

/** Shorthand in which the tables are written. */
export type CorpusRow = [name: string, bytes: Buffer | string, is: FileClass];

/** Every made file, good and bad: the measure of the judge (SPEC 7). */
export async function corpus(): Promise<CorpusFile[]> {
  const rows = [...plainCorpus(), ...(await pictureCorpus()), ...pdfCorpus(), ...officeCorpus(), ...(await archiveCorpus())];
  return rows.map(([name, bytes, is]) => ({ name, bytes: Buffer.from(bytes), is }));
}
