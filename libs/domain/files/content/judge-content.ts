import { ArchiveBudget, baseName, type Finding } from './archive-rules';
import { extensionOf } from './clean-file-name';
import { Damaged, FileBytes, TooMuch } from './file-bytes';
import { type AllowedType, allowedTypes, type KeptClass, type RefusedClass, titleOf } from './file.policy';
import { hasAllowedPixels } from './image-content';
import { inspectOle } from './office/legacy-content';
import { checkPdfIsWhole, inspectPdf } from './pdf/pdf-content';
import { inspectRar } from './rar/rar-content';
import { type Recognised, recogniseFile } from './recognise';
import { inspectZip } from './zip-content';

/** What the content is, and what is wrong with it all the same; `label` names the kind for people. */
export interface Content {
  is: { type: AllowedType; kept: KeptClass } | { type: null; refused: RefusedClass };
  label: string;
  finding: Finding | null;
}

/** How deep inside an upload something stands (0 is the upload itself), and what may still be expanded. */
export interface Depth {
  level: number;
  budget: ArchiveBudget;
}

/** Archives stand in an upload or in an archive in it; documents in documents a little deeper. */
const [deepestArchive, deepestDocument] = [1, 4];

const keptAs = {
  pdf: 'pdf', doc: 'office', xls: 'office', docx: 'office', xlsx: 'office', jpg: 'image', png: 'image', zip: 'archive', rar: 'archive',
} as const satisfies Record<AllowedType, KeptClass>;

function known(type: AllowedType, finding: Finding | null): Content {
  return { is: { type, kept: keptAs[type] }, label: allowedTypes[type].label, finding };
}

function other(refused: RefusedClass, label: string, finding: Finding | null = null): Content {
  return { is: { type: null, refused }, label, finding };
}

/** Opens a file by what its bytes are (SPEC 7). Throws `Damaged` when it cannot be opened or is not known at all. */
export async function openContent(bytes: FileBytes, depth: Depth): Promise<Content> {
  if (depth.level > deepestDocument) throw new Damaged('documents in documents without end');
  const found = await recogniseFile(bytes);
  const judgeInside = (name: string, inside: Buffer) => judgeMember(name, inside, { ...depth, level: depth.level + 1 });
  switch (found.as) {
    case 'jpg':
    case 'png':
      return known(found.as, (await hasAllowedPixels(await bytes.all())) ? null : { refused: 'image_pixels' });
    case 'rar':
      return known('rar', depth.level > deepestArchive ? { refused: 'archive_nested' } : await inspectRar(bytes, depth.budget, judgeInside));
    case 'pdf':
      return known('pdf', await openPdf(bytes, judgeInside));
    case 'ole': {
      const { type, refused } = await inspectOle(bytes);
      const finding = refused && { refused };
      return type ? known(type, finding) : other('other_type', otherOffice, finding);
    }
    case 'zip': {
      const { type, finding } = await inspectZip(bytes, depth.budget, depth.level > deepestArchive, judgeInside);
      return type ? known(type, finding) : other('other_type', otherOffice, finding);
    }
    default:
      return openOther(found);
  }
}

const otherOffice = 'เอกสาร Office ชนิดอื่น';

function openOther(found: Recognised): Content {
  if (found.as === 'other') return other('other_type', `ไฟล์ .${found.extension}`);
  if (found.as === 'html' || found.as === 'svg' || found.as === 'script' || found.as === 'program' || found.as === 'text') return other(found.as, titleOf(found.as));
  throw new Damaged('not a type that is known');
}

async function openPdf(bytes: FileBytes, judgeInside: (name: string, inside: Buffer) => Promise<Finding | null>): Promise<Finding | null> {
  await checkPdfIsWhole(bytes);
  try {
    const refused = await inspectPdf(bytes, async (name, inside) => (await isPlainData(name, inside)) || (await judgeInside(name, inside)) === null);
    return refused && { refused };
  } catch (error) {
    if (error instanceof TooMuch) return { refused: 'pdf_too_heavy' };
    throw error;
  }
}

/** Data that a PDF may carry beside the nine types: text under a name that no program runs (invoices in XML, tables). */
async function isPlainData(name: string, bytes: Buffer): Promise<boolean> {
  if (!['', 'xml', 'csv', 'txt', 'json'].includes(extensionOf(baseName(name)))) return false;
  return (await recogniseFile(FileBytes.of(bytes))).as === 'text';
}

/** One file in an archive or document: one of the nine types, under a name that says so, and nothing wrong with it. */
async function judgeMember(name: string, bytes: Buffer, depth: Depth): Promise<Finding | null> {
  const forbidden: Finding = { refused: 'archive_content', inside: name };
  // Windows drops blanks and dots at the end of a name.
  const written = extensionOf(baseName(name).replace(/[\s.]+$/, ''));
  const extension = written === 'jpeg' ? 'jpg' : written;
  if (bytes.length === 0 || !Object.hasOwn(allowedTypes, extension)) return forbidden;
  try {
    const { is, finding } = await openContent(FileBytes.of(bytes), depth);
    if (finding) return finding.refused === 'archive_nested' || finding.refused === 'archive_bomb' ? finding : { ...forbidden, inside: finding.refused === 'archive_content' ? finding.inside ?? name : name };
    return is.type === extension ? null : forbidden;
  } catch (error) {
    // What cannot be opened cannot be vouched for.
    if (error instanceof Damaged) return forbidden;
    throw error;
  }
}
