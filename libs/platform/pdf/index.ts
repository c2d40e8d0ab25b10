export { renderThaiPdf } from './render-thai-pdf';
export { readTextLayer } from './read-text-layer';
export type { TextLine, TextPage } from './read-text-layer';
export type {
  Align, ChecksBlock, EmblemBlock, FieldsBlock, HeadingBlock, Inline, ListBlock, ListItem, ListLevel, MemoTitleBlock, PaperBlock,
  PaperOptions, ParagraphBlock, Picture, SignaturesBlock, TableBlock, TableColumn, TextStyle,
} from './paper';
