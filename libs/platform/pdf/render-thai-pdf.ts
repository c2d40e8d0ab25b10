import { Canvas } from './canvas';
import { drawFurniture } from './furniture';
import { cm, LINE_HEIGHT, type PaperBlock, type PaperOptions } from './paper';
import { type PageRoom, paginate, type Turn } from './paginate';
import { emblemRows, memoTitleRows } from './picture-rows';
import { type Desk, type Frame, noLead, type Row } from './row';
import { checksRows, signatureRows } from './signature-rows';
import { infoText } from './stable-pdf';
import { tableRows } from './table-rows';
import { fieldsRows, headingRows, listRows, paragraphRows } from './text-rows';
import { TextSetter } from './text-setter';
import { makeGlossary } from './thai-words';

const A4 = { width: 595.28, height: 841.89 };

/** One way to say what a paper says. */
export interface PaperWording {
  blocks: readonly PaperBlock[];
  /** Height of a line in type sizes (default 1.5). */
  leading?: number;
}

/** A paper to be set, in several wordings of which the first is taken whose part before the first turn fits on one page. */
export interface PaperOrder {
  /** At least one; the last is taken when none fits. */
  wordings: readonly PaperWording[];
  options: PaperOptions;
}

/** Sets the first wording of an order that fits; see {@link renderThaiPdf}. */
export async function renderOrder({ wordings, options }: PaperOrder): Promise<Buffer> {
  const fitting = wordings.length > 1 ? wordings.find((wording) => opensOnOnePage(wording, options)) : undefined;
  const { blocks, leading } = fitting ?? wordings.at(-1) ?? { blocks: [] };
  return renderThaiPdf(blocks, options, leading);
}

function opensOnOnePage({ blocks, leading }: PaperWording, options: PaperOptions): boolean {
  const turn = blocks.findIndex(({ kind }) => kind === 'pageBreak');
  return layOut(turn < 0 ? blocks : blocks.slice(0, turn), options, leading).pages.length === 1;
}

/**
 * Sets blocks as a Thai official paper: A4, Sarabun, lines broken between Thai words, marks placed right.
 *
 * The text can be copied and searched letter for letter; the file is tagged (th-TH) and written as PDF/A-3a
 * (not validated). The same blocks, options and instant give the same bytes.
 *
 * @returns the whole file
 * @throws RangeError when the title is empty or the margins leave no room
 */
export async function renderThaiPdf(blocks: readonly PaperBlock[], options: PaperOptions, leading = LINE_HEIGHT): Promise<Buffer> {
  const { canvas, desk, page, pages } = layOut(blocks, options, leading);
  for (const [index, placed] of pages.entries()) {
    canvas.addPage();
    if (options.watermark) canvas.artifact('Pagination', () => canvas.watermark(options.watermark ?? ''));
    for (const { row, top } of placed.rows) row.draw(top);
    const next = pages[index + 1];
    const nextLead = next && next.number > 1 ? (next.rows[0]?.row.lead() ?? '') : '';
    drawFurniture(desk, options, page.bottom, { number: placed.number, count: placed.count, nextLead });
  }
  return canvas.end();
}

/** Everything in its place on its page, with nothing drawn yet. */
function layOut(blocks: readonly PaperBlock[], options: PaperOptions, leading = LINE_HEIGHT) {
  if (options.title.trim() === '') throw new RangeError('A paper needs a title.');
  const page = pageOf(options);
  if (page.frame.right - page.frame.left < cm(4) || page.bottom - page.top < cm(4)) throw new RangeError('The margins leave no room.');
  const canvas = new Canvas(fileOptions(options));
  const setter = new TextSetter(canvas, makeGlossary(options.wholeWords ?? []));
  const desk = { setter, frame: page.frame, leading };
  return { canvas, desk, page, pages: paginate(blocks.flatMap((block) => rowsOf(desk, block)), page) };
}

function pageOf({ sideways, margins = {}, foot }: PaperOptions): PageRoom & { frame: Frame } {
  const width = sideways ? A4.height : A4.width;
  const height = sideways ? A4.width : A4.height;
  return {
    frame: { left: cm(margins.left ?? 3), right: width - cm(margins.right ?? 2) },
    top: cm(margins.top ?? 2.5),
    bottom: height - cm(margins.bottom ?? 2) - (foot ? 6 : 0),
  };
}

function rowsOf(desk: Desk, block: PaperBlock): (Row | Turn)[] {
  switch (block.kind) {
    case 'heading':
      return headingRows(desk, block);
    case 'memoTitle':
      return memoTitleRows(desk, block);
    case 'paragraph':
      return paragraphRows(desk, block);
    case 'list':
      return listRows(desk, block);
    case 'fields':
      return fieldsRows(desk, block);
    case 'table':
      return tableRows(desk, block);
    case 'signatures':
      return signatureRows(desk, block);
    case 'checks':
      return checksRows(desk, block);
    case 'emblem':
      return emblemRows(desk, block);
    case 'space':
      return [{ height: 0, above: cm(block.height), keepWithNext: false, lead: noLead, draw: () => undefined }];
    case 'pageBreak':
      return [block.newPaper ? 'newPaper' : 'pageBreak'];
  }
}

function fileOptions(options: PaperOptions): PDFKit.PDFDocumentOptions {
  return {
    size: 'A4',
    layout: options.sideways ? 'landscape' : 'portrait',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'th-TH',
    displayTitle: true,
    info: {
      Title: infoText(options.title),
      ...(options.author ? { Author: infoText(options.author) } : {}),
      ...(options.subject ? { Subject: infoText(options.subject) } : {}),
      Creator: 'Prongsai',
      Producer: 'Prongsai (pdfkit)',
      CreationDate: options.createdAt,
    },
  };
}
