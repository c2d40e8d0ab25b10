import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { FileReader } from './file.reader';
import { ReceiveFile } from './receive-file.verb';

@Module({ imports: [AuditModule], providers: [ReceiveFile, FileReader], exports: [ReceiveFile, FileReader] })
export class FilesModule {}
