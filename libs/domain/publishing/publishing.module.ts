import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { PeopleModule } from '@prongsai/domain/people';
import { ConfirmCurrent } from './confirm-current.verb';
import { ExpirePublication } from './expire-publication.verb';
import { PublicationBook } from './publication-book';
import { PublicationReader } from './publication.reader';
import { StaffPublicationReader } from './staff-publication.reader';
import { SupersedePublication } from './supersede-publication.verb';
import { VersionReader } from './version.reader';
import { WithdrawPublication } from './withdraw-publication.verb';

const rooms = [ConfirmCurrent, ExpirePublication, PublicationBook, PublicationReader, StaffPublicationReader, SupersedePublication, VersionReader, WithdrawPublication];

@Module({ imports: [AuditModule, PeopleModule], providers: rooms, exports: rooms })
export class PublishingModule {}
