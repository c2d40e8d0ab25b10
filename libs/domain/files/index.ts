export { StoredBlob, StoredFile } from './stored-file.entity';
export { ReceiveFile, maxFileBytes } from './receive-file.verb';
export { FileReader } from './file.reader';
export { FilePage, FilePreview } from './pages/page-image.entity';
export { ForgetPageImages, RemovePageImages } from './pages/forget-page-images.verb';
export { MakePageImages } from './pages/make-page-images.verb';
export { PageImageReader } from './pages/page-image.reader';
export { FilesModule } from './files.module';
export { filePolicy } from './content';
