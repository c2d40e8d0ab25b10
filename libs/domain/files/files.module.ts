import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { ClearQuarantine } from './clear-quarantine.verb';
import { FileReader } from './file.reader';
import { AskForPageImages } from './pages/ask-for-page-images.verb';
import { ForgetPageImages, RemovePageImages } from './pages/forget-page-images.verb';
import { MakePageImages } from './pages/make-page-images.verb';
import { PageImageReader } from './pages/page-image.reader';
import { ReceiveFile } from './receive-file.verb';

const rooms = [ReceiveFile, ClearQuarantine, FileReader, AskForPageImages, MakePageImages, ForgetPageImages, RemovePageImages, PageImageReader];

@Module({ imports: [AuditModule], providers: rooms, exports: rooms })
export class FilesModule {}
