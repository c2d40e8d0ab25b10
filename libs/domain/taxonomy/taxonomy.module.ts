import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { AssignProfile } from './assign-profile.verb';
import { CategoryReader } from './category.reader';

@Module({ imports: [AuditModule], providers: [CategoryReader, AssignProfile], exports: [CategoryReader, AssignProfile] })
export class TaxonomyModule {}
