import { ArchiveBudget } from './archive-rules';
import { cleanFileName, extensionOf } from './clean-file-name';
import { Damaged, FileBytes, OpenBytes, TooMuch } from './file-bytes';
import { AllowedType, allowedTypes, defaultMaxBytes, FileRefusalCode, KeptClass, mostPixels, RefusedClass, refusalOf } from './file.policy';
import { encodeAnew } from './image-content';
import { Content, openContent } from './judge-content';

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
      /** Row of `filePolicy`. */
      fileClass: KeptClass;
      mediaType: string;
      /** By content, without dot; `.jpeg` is `jpg`. */
      extension: AllowedType;
      /** The cleaned name; a name without extension gets the one of its content. */
      name: string;
      /** A picture written anew, to be kept instead of what was received; null for everything else. */
      anew: Buffer | null;
    }
  | { verdict: 'refused'; fileClass: RefusedClass; code: FileRefusalCode; message: string; name: string };

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
 * (messages section 2). Archives and old Office files are read in parts; PDF, pictures and .rar are held whole, so let
 * few be judged at once. Errors of the store pass through.
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
  if (file.size > maxBytes) return refuse(extension === 'jpg' || extension === 'png' ? 'image_too_large' : 'too_large', { ขนาด: megabytes(file.size), สูงสุด: megabytes(maxBytes) });
  const bytes = new FileBytes(file.size, file.open);
  let content: Content;
  let anew: Buffer | null = null;
  try {
    content = await openContent(bytes, { level: 0, budget: new ArchiveBudget() });
    if ((content.is.type === 'jpg' || content.is.type === 'png') && !content.finding) anew = await encodeAnew(await bytes.all(), content.is.type);
  } catch (error) {
    bytes.checkWasReadable();
    if (error instanceof TooMuch) return refuse('archive_bomb');
    if (!(error instanceof Damaged)) throw error;
    return refuse(isAllowedName(extension) ? 'damaged' : 'other_type');
  }
  const { is, label, finding } = content;
  if (finding) return refuse(finding.refused, { ไฟล์ภายใน: shown(finding.inside ?? ''), ...(finding.refused === 'image_pixels' ? { สูงสุด: String(mostPixels / 1_000_000) } : {}) });
  if (is.type === null) return isAllowedName(extension) ? refuse('mismatch', { ชนิดจริง: label }) : refuse(is.refused);
  if (extension !== '' && extension !== is.type) return refuse('mismatch', { ชนิดจริง: label });
  return {
    verdict: 'accepted',
    fileClass: is.kept,
    mediaType: allowedTypes[is.type].mediaType,
    extension: is.type,
    name: extension === '' ? `${name}.${is.type}` : name,
    anew,
  };
}
