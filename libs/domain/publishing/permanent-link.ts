/** Path of a publication on its unit's site; it survives renaming, moving and the change of year. */
export function publicationPath(code: string): string {
  return `/p/${code}`;
}

/** Path of one file of a publication. */
export function publicationFilePath(code: string, number: number): string {
  return `/p/${code}/files/${number}`;
}
