import { join } from 'node:path';
import { type DocumentKey, documentBlocks, documentSources } from './document-sources';
import { readableParagraphs } from './readable-paragraphs';

/** A real document of a unit, ready to be published as a file and as a readable page. */
export interface SeedDocument {
  key: DocumentKey;
  /** Slug of the demo network. */
  network: string;
  tenantSlug: string;
  title: string;
  /** As printed, with Thai digits. */
  documentNumber?: string;
  /** Day on the document, `YYYY-MM-DD`; absent when it bears none. */
  datedOn?: string;
  /** Thai file name for the download. */
  fileName: string;
  /** Where the PDF is. */
  pdfPath: string;
  /** The text as paragraphs for a page, in reading order. */
  paragraphs: readonly string[];
}

/** The five documents from which the rules of the product come. Their words, errors included, are their own. */
export const seedDocuments: readonly SeedDocument[] = documentSources.map((source) => ({
  key: source.key,
  network: source.network,
  tenantSlug: source.tenantSlug,
  title: source.title,
  ...(source.documentNumber ? { documentNumber: source.documentNumber } : {}),
  ...(source.datedOn ? { datedOn: source.datedOn } : {}),
  fileName: source.fileName,
  pdfPath: join(__dirname, `${source.baseName}.pdf`),
  paragraphs: readableParagraphs(documentBlocks(source)),
}));
