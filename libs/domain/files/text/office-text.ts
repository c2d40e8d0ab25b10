import { archiveLimits } from '../content/file.policy';
import { readXml, xmlTags } from '../content/office/xml-tags';
import { expand, type ListedEntry } from '../content/zip-reader';
import type { ZipFile } from 'yauzl';
import type { FileText } from './file-text';

const whole = { mostBytes: archiveLimits.nestedBytes };
const wordParts = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/i;
const sheetPart = /^xl\/worksheets\/sheet(\d+)\.xml$/i;

/** The words of a .docx: body, headers, footers, notes. A row of a table is one line, its cells are kept apart by tabs. */
export async function readWord(zip: ZipFile, entries: readonly ListedEntry[]): Promise<FileText['pieces']> {
  const pieces: FileText['pieces'] = [];
  for (const listed of entries.filter(({ name }) => wordParts.test(name))) {
    pieces.push({ place: listed.name.toLowerCase() === 'word/document.xml' ? '' : 'ส่วนหัว ท้าย หรือเชิงอรรถ', text: wordText(readXml(await expand(zip, listed, whole))) });
  }
  return pieces;
}

function wordText(xml: string): string {
  const parts: string[] = [];
  let cells = 0;
  for (const { name, isClosing, text } of xmlTags(xml)) {
    if (name === 't' && !isClosing) parts.push(text);
    else if (name === 'tc') {
      cells += isClosing ? -1 : 1;
      if (isClosing) parts.push('\t');
    } else if (name === 'tab' && !isClosing) parts.push('\t');
    else if (name === 'br' || name === 'cr') parts.push(cells > 0 ? ' ' : '\n');
    else if (name === 'p' && isClosing) parts.push(cells > 0 ? ' ' : '\n');
    else if (name === 'tr' && isClosing) parts.push('\n');
  }
  return parts.join('');
}

/** The cells of an .xlsx, sheet by sheet, row by row. */
export async function readWorkbook(zip: ZipFile, entries: readonly ListedEntry[]): Promise<FileText['pieces']> {
  const shared = entries.find(({ name }) => name.toLowerCase() === 'xl/sharedstrings.xml');
  const strings = shared ? sharedStrings(readXml(await expand(zip, shared, whole))) : [];
  const pieces: FileText['pieces'] = [];
  for (const listed of entries) {
    const number = sheetPart.exec(listed.name)?.[1];
    if (number) pieces.push({ place: `แผ่น ${number}`, text: sheetText(readXml(await expand(zip, listed, whole)), strings) });
  }
  return pieces;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  for (const { name, isClosing, text } of xmlTags(xml)) {
    if (name === 'si' && !isClosing) strings.push('');
    else if (name === 't' && !isClosing && strings.length > 0) strings[strings.length - 1] += text;
  }
  return strings;
}

function sheetText(xml: string, strings: readonly string[]): string {
  const parts: string[] = [];
  let type = '';
  for (const { name, isClosing, attributes, text } of xmlTags(xml)) {
    if (name === 'c' && !isClosing) type = attributes.get('t') ?? 'n';
    else if (name === 'c') parts.push('\t');
    else if (name === 'row' && isClosing) parts.push('\n');
    else if (isClosing) continue;
    else if (name === 't') parts.push(text);
    else if (name === 'v') parts.push(type === 's' ? strings[Number(text)] ?? '' : type === 'n' ? plainNumber(text) : text);
  }
  return parts.join('');
}

/** Excel writes long numbers with an exponent. */
function plainNumber(text: string): string {
  return /e/i.test(text) && Number.isSafeInteger(Number(text)) ? String(Number(text)) : text;
}
