import type { Cell, PaperBlock, SignatureLine } from '@prongsai/platform/pdf';

/** The catchwords at the foot of a printed page: they repeat the next page and mean nothing on a screen. */
const CATCHWORD = /(?:^\/.*\.\.\.|\.\.\.\/)$/;

/** The words of a paper as paragraphs, one for each paragraph, item, field row, table row or line of a signature. */
export function readableParagraphs(blocks: readonly PaperBlock[]): string[] {
  return blocks
    .flatMap(textsOf)
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && !CATCHWORD.test(text));
}

function textsOf(block: PaperBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return typeof block.text === 'string' ? [block.text] : [...block.text];
    case 'memoTitle':
      return [block.text];
    case 'paragraph':
      return [`${block.lead ?? ''} ${plain(block.text)}`];
    case 'list':
      return block.items.map((item) => `${item.label} ${plain(item.text)}`);
    case 'fields':
      return [block.fields.map((field) => `${field.label} ${plain(field.value)}`).join(' ')];
    case 'table':
      return [block.head ?? [], ...block.rows].map((row) => row.map(plain).join(' '));
    case 'signatures':
      return block.blocks.flatMap((signature) => signature.lines.map(plain));
    case 'checks':
      return [block.items.map((item) => item.label).join(' ')];
    default:
      return [];
  }
}

function plain(inline: Cell | SignatureLine): string {
  if (typeof inline === 'object' && 'lines' in inline) return inline.lines.map(plain).join(' ');
  if (typeof inline === 'object' && 'text' in inline) return plain(inline.text);
  return typeof inline === 'string' ? inline : inline.map((piece) => (typeof piece === 'string' ? piece : piece.bold)).join('');
}
