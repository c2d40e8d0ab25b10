import { type ArchiveBudget, type Finding, type JudgeMember } from './archive-rules';
import type { FileBytes } from './file-bytes';
import { archiveLimits, type AllowedType } from './file.policy';
import { contentTypesPart, inspectOffice } from './office/office-content';
import { expand, listZip, openZip } from './zip-reader';

/** What an archive turned out to be; `type` is null for an Office format that is not one of the nine. */
export interface ZipVerdict {
  type: Extract<AllowedType, 'zip' | 'docx' | 'xlsx'> | null;
  finding: Finding | null;
}

/**
 * Opens a zip archive, a .docx or an .xlsx: every entry is expanded once, judged and let go. `isNestedTooDeep` says that
 * an archive must not stand here (a document may). Throws `Damaged` when it does not hold together.
 */
export async function inspectZip(bytes: FileBytes, budget: ArchiveBudget, isNestedTooDeep: boolean, judgeMember: JudgeMember): Promise<ZipVerdict> {
  const zip = await openZip(bytes);
  try {
    const entries = await listZip(zip, budget);
    if (!Array.isArray(entries)) return { type: 'zip', finding: entries };
    if (entries.some(({ name }) => name === contentTypesPart)) return await inspectOffice(zip, entries, judgeMember);
    const files = entries.filter(({ isDirectory }) => !isDirectory);
    if (isNestedTooDeep) return { type: 'zip', finding: { refused: 'archive_nested' } };
    if (files.length === 0) return { type: 'zip', finding: { refused: 'empty' } };
    for (const listed of files) {
      const finding = await judgeMember(listed.name, await expand(zip, listed, { mostBytes: archiveLimits.nestedBytes }));
      if (finding) return { type: 'zip', finding };
    }
    return { type: 'zip', finding: null };
  } finally {
    zip.close();
  }
}
