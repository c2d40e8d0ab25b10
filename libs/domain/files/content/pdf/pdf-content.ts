import { Damaged, type FileBytes } from '../file-bytes';
import type { RefusedClass } from '../file.policy';
import { PdfDocument, type PdfStream } from './pdf-document';
import { PdfDict, PdfName, PdfString, type PdfValue } from './pdf-values';

/** Whether a file inside the document may be there, by its name (may be empty) and its bytes. */
export type JudgeInside = (name: string, bytes: Buffer) => Promise<boolean>;

/** Names that mean action wherever they stand: scripts, programs, players of film and 3D that run scripts. */
const activeNames = ['JavaScript', 'JS', 'Launch', 'RichMedia', 'RichMediaContent', '3D', 'ImportData'];
/** What a document must not do by itself when it is opened or a page is turned: fetch or send something. */
const reachingOut = new Set(['GoToR', 'GoToE', 'URI', 'SubmitForm', 'ImportData', 'Thread']);
const embeddingNames = ['EmbeddedFile', 'EmbeddedFiles', 'EF'];

/** Throws `Damaged` unless the file ends as a PDF does: `%%EOF` within its last 1,024 bytes. */
export async function checkPdfIsWhole(bytes: FileBytes): Promise<void> {
  if (!(await bytes.tail(1024)).includes('%%EOF')) throw new Damaged('no %%EOF');
}

/**
 * Why a PDF is refused, or null: encryption; scripts, programs and players; what reaches out by itself; forms with
 * scripts (XFA); files inside that `judgeInside` does not let pass. Throws `Damaged` for what cannot be read to its end
 * and `TooMuch` for a bomb.
 */
export async function inspectPdf(bytes: FileBytes, judgeInside: JudgeInside): Promise<RefusedClass | null> {
  const document = await PdfDocument.read(await bytes.all());
  if (document.isEncrypted) return 'pdf_password';
  if (activeNames.some((name) => document.names.has(name)) || actsByItself(document) || hasFormScripts(document)) return 'pdf_active';
  return (await mayHoldItsFiles(document, judgeInside)) ? checkHasPages(document) : 'pdf_embedded';
}

function checkHasPages(document: PdfDocument): null {
  if (!document.dicts.some((dict) => dict.has('Pages'))) throw new Damaged('no catalogue of pages');
  return null;
}

function actsByItself(document: PdfDocument): boolean {
  const actions = document.dicts.flatMap((dict) => [...document.get(dict, 'OpenAction'), ...document.get(dict, 'AA').flatMap((events) => (events instanceof PdfDict ? events.values().flatMap((value) => document.resolve(value)) : []))]);
  const seen = new Set<PdfValue>();
  for (let action = actions.pop(); action !== undefined; action = actions.pop()) {
    if (!(action instanceof PdfDict) || seen.has(action)) continue;
    seen.add(action);
    if (document.get(action, 'S').some((kind) => kind instanceof PdfName && reachingOut.has(kind.name))) return true;
    actions.push(...document.get(action, 'Next').flat().flatMap((value) => document.resolve(value)));
  }
  return false;
}

/** XFA forms: the XML may carry scripts. What cannot be found or read is taken for one. */
function hasFormScripts(document: PdfDocument): boolean {
  if (!document.names.has('XFA')) return false;
  const packets = document.dicts.flatMap((dict) => document.get(dict, 'XFA')).flat().flatMap((value) => document.resolve(value));
  const streams = packets.flatMap((value) => document.streamWith(value) ?? []);
  if (streams.length === 0) return packets.some((value) => value !== null);
  const texts = streams.map((stream) => document.unpack(stream));
  const whole = Buffer.concat(texts);
  // UTF-16 shows its letters with a zero before or after each.
  return /<(?:[\w.-]+:)?(?:script|execute|submit)\b/i.test(whole.toString('latin1').replaceAll('\0', ''));
}

async function mayHoldItsFiles(document: PdfDocument, judgeInside: JudgeInside): Promise<boolean> {
  if (!embeddingNames.some((name) => document.names.has(name))) return true;
  const embedded = new Map<number, { stream: PdfStream; names: string[] }>();
  const add = (stream: PdfStream, names: string[]) => {
    const known = embedded.get(stream.start) ?? { stream, names: [] };
    embedded.set(stream.start, { stream, names: [...known.names, ...names] });
  };
  for (const dict of document.dicts) {
    const names = document.get(dict, 'UF', 'F').flatMap((value) => (value instanceof PdfString ? [value.text] : []));
    for (const files of document.get(dict, 'EF')) {
      if (!(files instanceof PdfDict)) return false;
      for (const value of files.values()) {
        const found = document.resolve(value);
        // What is promised and cannot be found may be found by others.
        if (found.length === 0) return false;
        for (const file of found) {
          const stream = document.streamWith(file);
          if (!stream) return false;
          add(stream, names);
        }
      }
    }
    const own = document.streamWith(dict);
    if (own) add(own, []);
  }
  for (const { stream, names } of embedded.values()) {
    const bytes = document.unpack(stream);
    for (const name of names.length > 0 ? new Set(names) : ['']) if (!(await judgeInside(name, bytes))) return false;
  }
  return true;
}
