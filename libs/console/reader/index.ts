import './reader.css';

export { DocumentReader } from './document-reader';
export { filePagesQuery } from './file-pages';
export { readerShortcuts } from './zoom';
