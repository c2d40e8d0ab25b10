import './reader.css';

export { DocumentReader } from './document-reader';
export { filePagesQuery } from './file-pages';
