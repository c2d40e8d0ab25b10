import PDFDocument from 'pdfkit';
import { zlibSync } from 'fflate';

/** What is used of a pdfkit reference while it is written; its types leave these out. */
interface OpenReference {
  compress: boolean;
  buffer: Uint8Array[];
  data: { Type?: string; Filter?: string; Length1?: number };
  finalize(): void;
}

/** How a TrueType file begins; PDF wants its unpacked length said, which pdfkit forgets. */
const TRUE_TYPE = 0x00010000;

/**
 * A pdfkit document whose bytes depend on its input alone.
 *
 * The runtime's own deflate differs between versions and processors, so streams are packed by a library that does not.
 */
export class StablePdf extends PDFDocument {
  override ref(data: object): PDFKit.PDFKitReference {
    const reference = super.ref(data);
    const open = reference as unknown as OpenReference;
    const finalize = open.finalize.bind(open);
    const isPlain = open.data.Type === 'Metadata' || open.data.Filter !== undefined;
    open.compress = false;
    open.finalize = () => {
      if (!isPlain && open.data.Type !== 'Metadata' && open.buffer.length > 0) {
        const bytes = Buffer.concat(open.buffer);
        if (bytes.length > 4 && bytes.readUInt32BE(0) === TRUE_TYPE) open.data.Length1 = bytes.length;
        open.buffer = [zlibSync(bytes)];
        open.data.Filter = 'FlateDecode';
      }
      finalize();
    };
    return reference;
  }
}

/**
 * A string for the document's information that pdfkit also copies, unescaped, into XML.
 * Read as a string it is the XML form; its value stays the text itself.
 */
class InfoText extends String {
  override toString(): string {
    return this.valueOf().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  }
}

/** A text of the document's information, safe in its XML metadata too. */
export function infoText(text: string): string {
  return new InfoText(text) as unknown as string;
}
