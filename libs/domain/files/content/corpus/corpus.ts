import type { CorpusFile } from './corpus-file';
import { archiveCorpus } from './corpus-archives';
import { officeCorpus } from './corpus-office';
import { pdfCorpus } from './corpus-pdf';
import { pictureCorpus, plainCorpus } from './corpus-plain';

/** Every made file, good and bad: the measure of the judge (SPEC 7). */
export async function corpus(): Promise<CorpusFile[]> {
  const rows = [...plainCorpus(), ...(await pictureCorpus()), ...pdfCorpus(), ...officeCorpus(), ...(await archiveCorpus())];
  return rows.map(([name, bytes, is]) => ({ name, bytes: Buffer.from(bytes), is }));
}
