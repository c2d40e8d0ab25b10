import { readFileText } from '@prongsai/domain/files';
import { findPersonalData } from '../finder/find-personal-data';
import { asDocx, asPdf, asXlsx, inZip } from './made-files';
import { madeDocuments, measure, type MadeDocument } from './made-documents';

const forms: Array<[string, (document: MadeDocument) => Promise<Buffer> | Buffer]> = [
  ['pdf', asPdf], ['docx', asDocx], ['xlsx', asXlsx], ['zip', (document) => inZip('เอกสาร.docx', asDocx(document))],
];

/** The corpus inside files (issue's measure: recall at least 95 %, false alarms at most 5 %). */
describe.each(forms)('made-up documents as %s', (form, make) => {
  it('give what is in them', async () => {
    const results = [];
    for (const document of madeDocuments(2)) {
      const { pieces, isWhole } = await readFileText(await make(document));
      expect([document.name, isWhole]).toEqual([document.name, true]);
      results.push({ document, found: findPersonalData(pieces).map(({ kind }) => kind) });
    }
    const { recall, falseAlarms, wrong } = measure(results);
    process.stdout.write(`${form}: recall ${recall.toFixed(3)}, false alarms ${falseAlarms.toFixed(3)}, ${results.length} files ${wrong.join('; ')}\n`);
    expect([recall >= 0.95, falseAlarms <= 0.05, wrong]).toEqual([true, true, recall >= 0.95 && falseAlarms <= 0.05 ? wrong : []]);
  }, 120_000);
});
