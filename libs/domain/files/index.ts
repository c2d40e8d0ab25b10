export { StoredBlob, StoredFile } from './stored-file.entity';
export { ReceiveFile, maxFileBytes } from './receive-file.verb';
export { FileReader } from './file.reader';
export { FilesModule } from './files.module';
export { filePolicy } from './content';
