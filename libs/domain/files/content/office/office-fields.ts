import { xmlTags } from './xml-tags';

/** Fields that start programs or fetch files when the document is opened or printed. */
const fetching = /(?:^|\{)\s*(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE|RD)(?![\w-])/i;
/** Letters written as numbers, by which field codes are hidden. */
const spelt = /\{\s*QUOTE(?:\s+\d+){3}/i;

/**
 * Whether the text of a Word part has a field that starts a program or fetches something (DDE first of all). Word joins
 * the code of a field from as many pieces as it was typed in, so the pieces are joined here too.
 */
export function callsOtherPrograms(text: string): boolean {
  let codes = '';
  for (const { name, isClosing, attributes, text: inside } of xmlTags(text)) {
    if (isClosing) continue;
    if (name === 'instrText' || name === 'delInstrText') codes += inside;
    if (name === 'fldSimple') codes += `{${attributes.get('instr') ?? ''}}`;
    if (name === 'fldChar') codes += attributes.get('fldCharType') === 'begin' ? '{' : '}';
  }
  return fetching.test(codes) || spelt.test(codes);
}

/** Whether an Excel part is a link to another program, another workbook or a source of data. */
export function fetchesData(text: string): boolean {
  for (const { name } of xmlTags(text)) if (['ddeLink', 'oleLink', 'externalBook', 'dbPr', 'webPr', 'textPr', 'olapPr'].includes(name)) return true;
  return false;
}
