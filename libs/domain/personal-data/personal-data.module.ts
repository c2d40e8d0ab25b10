import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { FilesModule } from '@prongsai/domain/files';
import { CheckPersonalData } from './check-personal-data';

@Module({ imports: [AuditModule, FilesModule], providers: [CheckPersonalData], exports: [CheckPersonalData] })
export class PersonalDataModule {}
