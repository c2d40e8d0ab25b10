/** What can be read in a file. */
export interface FileText {
  /** `place` names page, sheet or member, in Thai; empty for the body of a Word file. */
  pieces: Array<{ place: string; text: string }>;
  /** False when some of it has no text that could be read: pictures, scans, old Office files, too many pages. */
  isWhole: boolean;
}
