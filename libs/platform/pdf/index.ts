export { renderDocx } from './render-docx';
export { renderOrder, renderThaiPdf } from './render-thai-pdf';
export type { PaperOrder, PaperWording } from './render-thai-pdf';
export { PaperPress } from './paper-press';
export { readTextLayer } from './read-text-layer';
export type { TextLine, TextPage } from './read-text-layer';
export type {
  Align, Cell, ChecksBlock, EmblemBlock, FieldsBlock, HeadingBlock, Inline, ListBlock, ListItem, ListLevel, MemoTitleBlock, PaperBlock,
  PaperOptions, ParagraphBlock, Picture, SignatureLine, SignaturesBlock, TableBlock, TableColumn, TextStyle,
} from './paper';
