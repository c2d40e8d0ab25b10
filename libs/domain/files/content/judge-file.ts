import { cleanFileName, extensionOf } from './clean-file-name';
import { Damaged, FileBytes, OpenBytes } from './file-bytes';
import { AllowedType, allowedTypes, defaultMaxBytes, FileRefusalCode, KeptClass, RefusedClass, refusalOf, titleOf } from './file.policy';
import { inspectOle } from './ole-content';
import { checkPdfIsWhole, inspectPdf } from './pdf-content';
import { Recognised, recogniseFile } from './recognise';
import { ArchiveFinding } from './zip-listing';
import { inspectZip } from './zip-content';

/** A file to judge: the name as the person gave it, its size in bytes, and the way to its bytes. */
export interface FileToJudge {
  name: string;
  size: number;
  open: OpenBytes;
  /** The tenant's limit in bytes; 4 MB when not given. */
  maxBytes?: number;
}

export type FileVerdict =
  | {
      verdict: 'accepted';
      /** Row of `filePolicy`; `contained` rows tell what was not opened. */
      fileClass: KeptClass;
      mediaType: string;
      /** By content, without dot; `.jpeg` is `jpg`. */
      extension: AllowedType;
      /** The cleaned name; a name without extension gets the one of its content. */
      name: string;
    }
  | { verdict: 'refused'; fileClass: RefusedClass; code: FileRefusalCode; message: string; name: string };

/** What the content is, and what is wrong with it all the same; `label` names the kind for people. */
interface Content {
  is: { type: AllowedType; kept: KeptClass } | { type: null; refused: RefusedClass };
  label: string;
  finding: ArchiveFinding | null;
}

function known(type: AllowedType, kept: KeptClass, finding: ArchiveFinding | null = null): Content {
  return { is: { type, kept }, label: allowedTypes[type].label, finding };
}

function other(refused: RefusedClass, label: string, finding: ArchiveFinding | null = null): Content {
  return { is: { type: null, refused }, label, finding };
}

const otherOffice = 'เอกสาร Office ชนิดอื่น';

async function open(bytes: FileBytes, found: Recognised): Promise<Content> {
  switch (found.as) {
    case 'jpg':
    case 'png':
      return known(found.as, 'image');
    case 'rar':
      return known('rar', 'rar');
    case 'pdf': {
      await checkPdfIsWhole(bytes);
      const { kept, refused } = await inspectPdf(bytes);
      return known('pdf', kept, refused && { refused });
    }
    case 'ole': {
      const { type, refused } = await inspectOle(bytes);
      const finding = refused && { refused };
      return type ? known(type, 'office', finding) : other('other_type', otherOffice, finding);
    }
    case 'zip': {
      const { type, kept, finding } = await inspectZip(bytes);
      return type ? known(type, kept, finding) : other('other_type', otherOffice, finding);
    }
    case 'other':
      return other('other_type', `ไฟล์ .${found.extension}`);
    case 'unknown':
      throw new Damaged('not a type that is known');
    default:
      return other(found.as, titleOf(found.as));
  }
}

function isAllowedName(extension: string): extension is AllowedType {
  return Object.hasOwn(allowedTypes, extension);
}

/** A name from inside an archive as a message may show it: nothing invisible, not too long. */
function shown(inside: string): string {
  return inside.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 120);
}

/** Megabytes with one decimal, rounded up, so that a file just over the limit never reads as the limit itself. */
function megabytes(bytes: number): string {
  return String(Math.ceil((bytes / 1_048_576) * 10) / 10);
}

/**
 * Judges an upload by its content (SPEC 7): one of the nine types and nothing plainly wrong, or the reason in Thai
 * (messages section 2). Reads parts of the file only, and keeps little in memory. Errors of the store pass through.
 * Not opened here: compressed object streams of PDF, contents of .rar, pixels of images.
 */
export async function judgeFile(file: FileToJudge): Promise<FileVerdict> {
  const name = cleanFileName(file.name);
  const written = extensionOf(name);
  const extension = written === 'jpeg' ? 'jpg' : written;
  const maxBytes = file.maxBytes ?? defaultMaxBytes;
  const refuse = (fileClass: RefusedClass, values: Record<string, string> = {}): FileVerdict => ({
    verdict: 'refused',
    fileClass,
    ...refusalOf(fileClass, { ชื่อไฟล์: name, นามสกุล: `.${written}`, ...values }),
    name,
  });

  if (file.size === 0) return refuse('empty');
  if (file.size > maxBytes) return refuse('too_large', { ขนาด: megabytes(file.size), สูงสุด: megabytes(maxBytes) });
  const bytes = new FileBytes(file.size, file.open);
  let content: Content;
  try {
    content = await open(bytes, await recogniseFile(bytes));
  } catch (error) {
    bytes.checkWasReadable();
    if (!(error instanceof Damaged)) throw error;
    return refuse(isAllowedName(extension) ? 'damaged' : 'other_type');
  }
  const { is, label, finding } = content;
  if (finding) return refuse(finding.refused, { ไฟล์ภายใน: shown(finding.inside ?? '') });
  if (is.type === null) return isAllowedName(extension) ? refuse('mismatch', { ชนิดจริง: label }) : refuse(is.refused);
  if (extension !== '' && extension !== is.type) return refuse('mismatch', { ชนิดจริง: label });
  return {
    verdict: 'accepted',
    fileClass: is.kept,
    mediaType: allowedTypes[is.type].mediaType,
    extension: is.type,
    name: extension === '' ? `${name}.${is.type}` : name,
  };
}
