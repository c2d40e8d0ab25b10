import type { Finding } from '../archive-rules';

/** One line of a `.rels` part; `kind` is the last word of its type. */
export interface Relationship {
  kind: string;
  target: string;
  isExternal: boolean;
}

/** Schemes that a reader's click may follow; a target without scheme is a place or a file beside the document. */
const plainSchemes = new Set(['http', 'https', 'mailto', 'tel', 'ftp', 'file', 'news', 'onenote']);

/** Parts that another program runs or that Office fills in by itself. */
const embeddedKinds = new Set(['oleobject', 'control', 'activexcontrol', 'activexcontrolbinary', 'afchunk', 'subdocument']);
const macroKinds = new Set(['vbaproject', 'wordvbadata', 'xlmacrosheet', 'xlintlmacrosheet', 'attachedtoolbars', 'keymapcustomizations']);
const linkedKinds = new Set(['attachedtemplate', 'externallink', 'externallinkpath', 'xlpathmissing', 'webextensiontaskpanes', 'webextension', 'mailmergesource', 'recipientdata', 'frame']);

/** What is wrong with a part's pointing at another part or place. */
export function relationshipFinding({ kind, target, isExternal }: Relationship): Finding | null {
  const what = kind.toLowerCase();
  if (macroKinds.has(what)) return { refused: 'macro' };
  if (isExternal && what === 'hyperlink') return isPlainLink(target) ? null : { refused: 'office_linked', inside: target };
  if (isExternal || linkedKinds.has(what)) return { refused: 'office_linked', inside: target };
  return embeddedKinds.has(what) ? { refused: 'office_embedded', inside: target } : null;
}

function isPlainLink(target: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target.replace(/[\0-\x20]/g, ''))?.[1]?.toLowerCase();
  // One letter is a drive.
  return scheme === undefined || scheme.length === 1 || plainSchemes.has(scheme);
}
