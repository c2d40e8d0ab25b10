import type { ZipFile } from 'yauzl';
import { baseName, type Finding, type JudgeMember } from '../archive-rules';
import { Damaged } from '../file-bytes';
import { archiveLimits } from '../file.policy';
import { recognise } from '../recognise';
import { expand, type ListedEntry } from '../zip-reader';
import { relationshipFinding, type Relationship } from './relationships';
import { callsOtherPrograms, fetchesData } from './office-fields';
import { readXml, xmlTags } from './xml-tags';

/** The part by which an Office file is known. */
export const contentTypesPart = '[Content_Types].xml';

const listBytes = 2 * 1_048_576;
const mainTypes: Record<string, 'docx' | 'xlsx' | undefined> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
};
type Kind = 'docx' | 'xlsx' | null;

/**
 * Opens a Word or Excel file of the new kind (ISO 29500-2): macros; links that are followed on opening (templates,
 * pictures, other workbooks, data, DDE); objects of other programs. Plain hyperlinks are fine, and so are the small
 * workbooks that charts carry, once they have passed the same checks. `type` is null for another Office format.
 */
export async function inspectOffice(zip: ZipFile, entries: ListedEntry[], judgeMember: JudgeMember): Promise<{ type: Kind; finding: Finding | null }> {
  const parts = new Map<string, ListedEntry>();
  for (const listed of entries) {
    if (listed.isDirectory) continue;
    // Programs look parts up without regard to case; of two that share a name, each may take another.
    if (parts.has(listed.name.toLowerCase())) throw new Damaged('a part stands twice');
    parts.set(listed.name.toLowerCase(), listed);
  }
  const index = parts.get(contentTypesPart.toLowerCase()) as ListedEntry;
  const declared = declaredTypes(readXml(await expand(zip, index, { mostBytes: listBytes })));
  const type = declared.map((one) => mainTypes[one.type]).find((known) => known !== undefined) ?? null;
  for (const [name, listed] of parts) {
    const finding = listed === index ? null : await inspectPart(zip, { listed, name, declared, kind: type }, judgeMember);
    if (finding) return { type: type ?? folderOf(parts), finding };
  }
  if (declared.some((one) => /macro|vba/i.test(one.type))) return { type: type ?? folderOf(parts), finding: { refused: 'macro' } };
  return { type, finding: null };
}

/** Which program's folder it has: only to say what a file with macros is. */
function folderOf(parts: Map<string, ListedEntry>): Kind {
  const has = (folder: string) => [...parts.keys()].some((name) => name.startsWith(folder));
  return has('word/') ? 'docx' : has('xl/') ? 'xlsx' : null;
}

interface DeclaredType {
  part: string;
  type: string;
}

function declaredTypes(text: string): DeclaredType[] {
  const types: DeclaredType[] = [];
  for (const { name, attributes } of xmlTags(text)) {
    if (name !== 'Override' && name !== 'Default') continue;
    types.push({ part: (attributes.get('PartName') ?? '').replace(/^\//, '').toLowerCase(), type: attributes.get('ContentType') ?? '' });
  }
  return types;
}

/** Parts of Excel whose text is read: links and connections. Sheets may be large, and hold neither. */
const excelData = /^xl\/(?:connections|externallinks\/[^/]+|querytables\/[^/]+)\.xml$/;

interface Part {
  listed: ListedEntry;
  /** In lower case. */
  name: string;
  declared: DeclaredType[];
  kind: Kind;
}

async function inspectPart(zip: ZipFile, { listed, name, declared, kind }: Part, judgeMember: JudgeMember): Promise<Finding | null> {
  const base = baseName(name);
  if (base === 'vbaproject.bin' || base === 'vbadata.xml' || /^xl\/(?:intl)?macrosheets\//.test(name)) return { refused: 'macro' };
  if (/(?:^|\/)activex\//.test(name)) return { refused: 'office_embedded', inside: listed.name };
  const type = declared.find(({ part }) => part === name)?.type ?? '';
  // Fields stand in the text, in headers and notes, in text boxes and building blocks, under any name.
  const isText = kind === 'docx' && base.endsWith('.xml');
  const isData = excelData.test(name) || /spreadsheetml\.(?:connections|externalLink|queryTable)/.test(type);
  const whole = { mostBytes: archiveLimits.nestedBytes };
  if (base.endsWith('.rels')) return inspectRelationships(readXml(await expand(zip, listed, { mostBytes: listBytes })));
  if (isText) return callsOtherPrograms(readXml(await expand(zip, listed, whole))) ? { refused: 'office_linked' } : null;
  if (isData) return fetchesData(readXml(await expand(zip, listed, whole))) ? { refused: 'office_linked' } : null;
  if (/(?:^|\/)embeddings\//.test(name)) return inspectEmbedded(listed, await expand(zip, listed, whole), judgeMember);
  const found = await recognise(await expand(zip, listed, 'head'));
  const isForeign = found.as === 'program' || found.as === 'ole' || found.as === 'zip' || found.as === 'rar' || found.as === 'pdf' || found.as === 'html' || found.as === 'script';
  return isForeign && !/\.(?:xml|odttf)$/.test(base) ? { refused: 'office_embedded', inside: listed.name } : null;
}

function inspectRelationships(text: string): Finding | null {
  for (const { name, attributes } of xmlTags(text)) {
    if (name !== 'Relationship') continue;
    const relationship: Relationship = {
      kind: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
      target: (attributes.get('Target') ?? '').trim(),
      isExternal: (attributes.get('TargetMode') ?? '').trim().toLowerCase() === 'external',
    };
    const finding = relationshipFinding(relationship);
    if (finding) return finding;
  }
  return null;
}

/** The workbook behind a chart is a file of its own, and judged as one. */
async function inspectEmbedded(listed: ListedEntry, bytes: Buffer, judgeMember: JudgeMember): Promise<Finding | null> {
  if (!/\.(?:xlsx|docx)$/i.test(listed.name)) return { refused: 'office_embedded', inside: listed.name };
  const finding = await judgeMember(listed.name, bytes);
  if (finding?.refused === 'archive_bomb') return finding;
  return finding && { refused: 'office_embedded', inside: listed.name };
}
