import { strToU8, zipSync } from 'fflate';
import { emptyParagraph, escapeXml, paragraph, run, runs, twips } from './docx-xml';
import type { Cell, FieldsBlock, ListBlock, ListLevel, PaperBlock, PaperOptions, ParagraphBlock, SignatureLine, SignaturesBlock, TableBlock } from './paper';

const BODY = 16;
const WIDTH = { upright: 16, sideways: 25.7 } as const;
const LEVELS: readonly ListLevel[] = [{ label: 2.5, text: 3.3 }, { label: 3.3, text: 4.3 }, { label: 4.3, text: 5.8 }, { label: 4.3, text: 4.7 }];
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The same blocks as a Word document (OOXML), for those who must edit: official sizes in TH Sarabun New, the same margins,
 * numbering and dotted lines as tabs. The words are those of the PDF; where a line or a page ends, the word processor decides.
 * The same blocks, options and instant give the same bytes.
 */
export function renderDocx(blocks: readonly PaperBlock[], options: PaperOptions): Buffer {
  const width = options.sideways ? WIDTH.sideways : WIDTH.upright;
  const hasNumbers = (options.pageNumbers ?? 'top') === 'top';
  const hasFoot = Boolean(options.foot);
  const body = blocks.map((block) => blockXml(block, width)).join('');
  const parts = `${hasNumbers ? '<w:headerReference w:type="default" r:id="rId1"/>' : ''}${hasFoot ? '<w:footerReference w:type="default" r:id="rId2"/>' : ''}`;
  const document = `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${options.watermark ? draftLine(options.watermark) : ''}${body}<w:sectPr>${parts}${pageOf(blocks, options)}</w:sectPr></w:body></w:document>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(hasNumbers, hasFoot),
    '_rels/.rels': relations([['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'], ['rId2', 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml']]),
    'docProps/core.xml': coreProperties(options),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relations([...(hasNumbers ? [['rId1', `${OFFICE}/header`, 'header1.xml'] as const] : []), ...(hasFoot ? [['rId2', `${OFFICE}/footer`, 'footer1.xml'] as const] : [])]),
    ...(hasNumbers ? { 'word/header1.xml': `<w:hdr xmlns:w="${WORD}">${paragraph(`${run('- ', { size: BODY })}${pageField('PAGE')}${run(' -', { size: BODY })}`, { align: 'center' })}</w:hdr>` } : {}),
    ...(options.foot ? { 'word/footer1.xml': `<w:ftr xmlns:w="${WORD}">${footParagraph(options.foot, width)}</w:ftr>` } : {}),
  };
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: options.createdAt }));
}

function blockXml(block: PaperBlock, width: number): string {
  switch (block.kind) {
    case 'heading': {
      const titles = typeof block.text === 'string' ? [block.text] : block.text;
      const look = { size: block.size ?? BODY, bold: block.bold ?? true };
      const lines = titles.map((title, index) => paragraph(run(title, look), { align: block.align ?? 'center', above: index === 0 ? (block.above ?? 6) : 0, keepWithNext: true }));
      const side = block.rule === undefined ? 0 : (width - block.rule) / 2;
      return lines.join('') + (block.rule === undefined ? '' : paragraph('', { first: side, rest: side, right: side, ruled: true, keepWithNext: true }));
    }
    case 'memoTitle':
      return paragraph(run(block.text, { size: 29, bold: true }), { align: 'center' });
    case 'paragraph':
      return paragraphXml(block, width);
    case 'list':
      return listXml(block);
    case 'fields':
      return fieldsXml(block, width);
    case 'table':
      return tableXml(block);
    case 'signatures':
      return signaturesXml(block, width);
    case 'checks':
      return paragraph(run(block.items.map(({ label, checked }) => `${checked ? '☑' : '☐'} ${label}`).join('     '), { size: BODY }), { first: block.indent ?? 0, rest: block.indent ?? 0, above: block.above ?? 6, keepWithNext: true });
    case 'emblem':
    case 'space':
      return paragraph('', { above: ((block.height ?? 3) * 72) / 2.54 });
    case 'pageBreak':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  }
}

function paragraphXml(block: ParagraphBlock, width: number): string {
  const look = { size: block.size ?? BODY, bold: block.bold };
  const isFlush = block.align === 'center' || block.align === 'right';
  const indent = block.indent ?? (isFlush ? 0 : 2.5);
  const right = block.until === undefined ? 0 : width - block.until;
  const common = { align: block.align ?? 'spread', above: block.above ?? 6, right, keepWithNext: block.keepWithNext } as const;
  if (block.lead) return paragraph(run(`${block.lead}\t`, { ...look, bold: true }) + runs(block.text, look), { ...common, align: 'left', tabs: [{ at: indent }] });
  return paragraph(runs(block.text, look), { ...common, first: indent, rest: block.hang ?? 0 });
}

function listXml(block: ListBlock): string {
  const levels = block.levels ?? LEVELS;
  const size = block.size ?? BODY;
  return block.items.map(({ label, text, level }, index) => {
    const place = levels[Math.min(level, levels.length) - 1] ?? { label: 0, text: 0 };
    const isBold = /[๐-๙0-9]/.test(label) && (block.bold ?? true);
    return paragraph(run(`${label}\t`, { size, bold: isBold }) + runs(text, { size }), {
      first: place.label, rest: place.rest ?? place.text, tabs: [{ at: place.text }], above: index === 0 ? (block.above ?? 6) : 6, align: 'left', keepWithNext: block.keepWithNext,
    });
  }).join('');
}

/** Labels with their values on dotted lines: dots lead to the end of each. */
function fieldsXml({ fields, labelSize = 20, above = 3 }: FieldsBlock, width: number): string {
  let at = 0;
  const tabs = fields.map((field, index) => ({ at: (at = index === fields.length - 1 || field.width === undefined ? width : at + field.width), dotted: true }));
  const content = fields.map(({ label, value }) => run(`${label}  `, { size: labelSize, bold: true }) + runs(value, { size: BODY }) + run('\t', { size: BODY })).join('');
  return paragraph(content, { tabs, above });
}

function tableXml(block: TableBlock): string {
  const size = block.size ?? BODY;
  const sides = block.ruled === false ? [] : block.ruled === 'frame' ? ['top', 'left', 'bottom', 'right'] : ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const rules = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
  const cell = (text: Cell, column: TableBlock['columns'][number], isHead: boolean): string => {
    const lines = typeof text === 'object' && 'lines' in text ? text.lines : [text];
    const look = { size, bold: isHead || column.bold };
    return `<w:tc><w:tcPr><w:tcW w:w="${twips(column.width)}" w:type="dxa"/></w:tcPr>${lines.map((line) => paragraph(runs(line, look), { align: isHead ? 'center' : column.align })).join('') || emptyParagraph}</w:tc>`;
  };
  const row = (texts: readonly Cell[], isHead: boolean): string =>
    `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${block.columns.map((column, index) => cell(texts[index] ?? '', column, isHead)).join('')}</w:tr>`;
  const grid = block.columns.map(({ width }) => `<w:gridCol w:w="${twips(width)}"/>`).join('');
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${twips(block.columns.reduce((sum, { width }) => sum + width, 0))}" w:type="dxa"/>`,
    `${rules ? `<w:tblBorders>${rules}</w:tblBorders>` : ''}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
    block.head ? row(block.head, true) : '', ...block.rows.map((texts) => row(texts, false)), '</w:tbl>', emptyParagraph,
  ].join('');
}

/** Blocks side by side stand in a table without rules, each line centred in its own. */
function signaturesXml({ blocks, room = 1.5, above = 0 }: SignaturesBlock, width: number): string {
  const line = (text: SignatureLine): string => (typeof text === 'object' && 'text' in text ? paragraph(runs(text.text, { size: text.size }), { align: 'center' }) : paragraph(runs(text, { size: BODY }), { align: 'center' }));
  const lead = paragraph('', { above: above + (room * 72) / 2.54, keepWithNext: true });
  const one = ({ title, lines }: SignaturesBlock['blocks'][number]): string => (title ? paragraph(run(title, { size: BODY, bold: true }), { align: 'center' }) : '') + lead + lines.map(line).join('');
  const cells: Array<{ width: number; xml: string }> = [];
  let pen = 0;
  for (const block of blocks) {
    const half = (block.width ?? 8) / 2;
    const left = Math.max(pen, (block.middle ?? 8) - half);
    if (left > pen) cells.push({ width: left - pen, xml: emptyParagraph });
    const right = Math.min(width, (block.middle ?? 8) + half);
    cells.push({ width: right - left, xml: one(block) });
    pen = right;
  }
  return `<w:tbl><w:tblPr><w:tblW w:w="${twips(pen)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${cells.map((cell) => `<w:gridCol w:w="${twips(cell.width)}"/>`).join('')}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.map((cell) => `<w:tc><w:tcPr><w:tcW w:w="${twips(cell.width)}" w:type="dxa"/></w:tcPr>${cell.xml}</w:tc>`).join('')}</w:tr></w:tbl>${emptyParagraph}`;
}

function draftLine(words: string): string {
  return paragraph(run(words, { size: 29, bold: true, color: '808080' }), { align: 'right' });
}

function pageField(name: 'PAGE' | 'NUMPAGES'): string {
  return `<w:fldSimple w:instr=" ${name} \\* THAIARABIC ">${run('๑', { size: BODY })}</w:fldSimple>`;
}

function footParagraph({ left = '', right = '' }: NonNullable<PaperOptions['foot']>, width: number): string {
  const counted = right.split(/(\{pages?\})/).map((part) => (part === '{page}' ? pageField('PAGE') : part === '{pages}' ? pageField('NUMPAGES') : run(part, { size: 12 }))).join('');
  return paragraph(`${run(`${left}\t`, { size: 12 })}${counted}`, { tabs: [{ at: width, kind: 'right' }] });
}

function pageOf(blocks: readonly PaperBlock[], { sideways, margins = {}, pageNumbers = 'top' }: PaperOptions): string {
  const [width, height] = sideways ? [29.7, 21] : [21, 29.7];
  const top = margins.top ?? (blocks[0]?.kind === 'memoTitle' ? 1.5 : 2.5);
  const first = pageNumbers === 'top' ? '<w:titlePg/>' : '';
  return `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"${sideways ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${twips(top)}" w:right="${twips(margins.right ?? 2)}" w:bottom="${twips(margins.bottom ?? 2)}" w:left="${twips(margins.left ?? 3)}" w:header="${twips(1.2)}" w:footer="${twips(0.8)}" w:gutter="0"/>${first}`;
}

function relations(rows: ReadonlyArray<readonly [id: string, type: string, target: string]>): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;
}

function contentTypes(hasNumbers: boolean, hasFoot: boolean): string {
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`;
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/word/document.xml', `${kind}.document.main+xml`)}${hasNumbers ? part('/word/header1.xml', `${kind}.header+xml`) : ''}${hasFoot ? part('/word/footer1.xml', `${kind}.footer+xml`) : ''}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`;
}

function coreProperties({ title, author, createdAt }: PaperOptions): string {
  const at = `${createdAt.toISOString().slice(0, 19)}Z`;
  return `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author ?? '')}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`;
}
