/** The list of files with a new one: in the place of the one it replaces, else at the end. */
export function withStored(fileIds: readonly string[], id: string, replaces: string | null): string[] {
  if (replaces && fileIds.includes(replaces)) return fileIds.map((one) => (one === replaces ? id : one));
  return [...fileIds, id];
}
