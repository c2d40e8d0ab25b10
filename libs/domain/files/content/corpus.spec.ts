import { Readable } from 'node:stream';
import { corpus } from './corpus/corpus';
import type { CorpusFile } from './corpus/corpus-file';
import { filePolicy } from './file.policy';
import { judgeFile } from './judge-file';

const judge = ({ name, bytes }: CorpusFile) =>
  judgeFile({ name, size: bytes.length, open: async (range) => Readable.from([range ? bytes.subarray(range.start, range.end + 1) : bytes]) });

describe('the corpus of made files', () => {
  let files: CorpusFile[];
  beforeAll(async () => {
    files = await corpus();
  });

  it('is judged rightly to the last file', async () => {
    const wrong: string[] = [];
    for (const file of files) {
      const verdict = await judge(file);
      if (verdict.fileClass !== file.is) wrong.push(`${file.name}: ${verdict.fileClass} instead of ${file.is}`);
      if (verdict.verdict === 'refused') expect(verdict.message).not.toMatch(/[{}]|“”|undefined/);
    }
    expect(wrong).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(80);
  });

  it('has every class of the policy table that content alone can bring about, and none beside it', async () => {
    const classes = new Set(files.map(({ is }) => is));
    expect(filePolicy.map((row) => row.class).filter((name) => !classes.has(name))).toEqual(['virus']);
    expect([...classes].filter((name) => !filePolicy.some((row) => row.class === name))).toEqual([]);
  });
});
