import { Damaged, FileBytes } from './file-bytes';
import { KeptClass, RefusedClass } from './file.policy';

/** What a PDF is kept as, and why it is refused all the same. */
export interface PdfContent {
  kept: KeptClass;
  refused: RefusedClass | null;
}

/** A name as PDF may spell it: every letter may stand as `#` and its hexadecimal code. */
function spelt(name: string): string {
  return [...name].map((letter) => `(?:${letter}|#${hexOf(letter)})`).join('');
}

function hexOf(letter: string): string {
  return [...letter.charCodeAt(0).toString(16)].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join('');
}

const signs = new RegExp(
  '/(?=[#EJLO])(?:' +
    [
      `(?<password>${spelt('Encrypt')})`,
      `(?<active>${spelt('JavaScript')}|${spelt('Launch')}|${spelt('EmbeddedFile')}s?)`,
      `(?<compressed>${spelt('ObjStm')})`,
      // So short a name occurs by chance in compressed bytes; among readable ones it is meant.
      `(?<=[\\t\\n\\f\\r -~]{13})(?<script>${spelt('JS')})`,
    ].join('|') +
    ')(?=[\\s\\0()<>\\[\\]{}/%])',
  'g',
);

/** Long enough for the longest sign with every letter spelt as a code, and what stands before it. */
const overlap = 80;

/** Throws `Damaged` unless the file ends as a PDF does: `%%EOF` within its last 1,024 bytes. */
export async function checkPdfIsWhole(bytes: FileBytes): Promise<void> {
  if (!(await bytes.tail(1024)).includes('%%EOF')) throw new Damaged('no %%EOF');
}

/**
 * What the readable part of a PDF gives away: encryption, scripts, Launch actions, embedded files; else whether it has
 * compressed object streams, which are not opened here. Looks at raw bytes, not at the structure.
 */
export async function inspectPdf(bytes: FileBytes): Promise<PdfContent> {
  const content: PdfContent = { kept: 'pdf', refused: null };
  let before = '';
  for await (const piece of bytes.pieces()) {
    const text = before + piece.toString('latin1');
    for (const { groups } of text.matchAll(signs)) {
      if (groups?.password) return { ...content, refused: 'pdf_password' };
      if (groups?.active || groups?.script) content.refused = 'pdf_active';
      if (groups?.compressed) content.kept = 'pdf_object_streams';
    }
    before = text.slice(-overlap);
  }
  return content;
}
