/** Kinds of file that citizens tell apart, in the order in which lists offer them. */
export const fileKinds = ['pdf', 'sheet', 'document', 'image', 'archive'] as const;
export type FileKind = (typeof fileKinds)[number];

const byExtension: Record<string, FileKind> = { pdf: 'pdf', xls: 'sheet', xlsx: 'sheet', doc: 'document', docx: 'document', jpg: 'image', jpeg: 'image', png: 'image' };

/** The kind of a file by its extension, lower case without the dot; what is none of the others is an archive (SPEC 7). */
export function fileKindOf(extension: string): FileKind {
  return byExtension[extension] ?? 'archive';
}
