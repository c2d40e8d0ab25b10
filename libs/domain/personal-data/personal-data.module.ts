import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { FilesModule } from '@prongsai/domain/files';
import { CheckPersonalData } from './check-personal-data';
import { ReadFile } from './read-file.verb';

@Module({ imports: [AuditModule, FilesModule], providers: [CheckPersonalData, ReadFile], exports: [CheckPersonalData, ReadFile] })
export class PersonalDataModule {}
