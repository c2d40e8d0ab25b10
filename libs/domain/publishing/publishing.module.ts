import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { PeopleModule } from '@prongsai/domain/people';
import { ConfirmCurrent } from './confirm-current.verb';
import { ExpirePublication } from './expire-publication.verb';
import { PublicationReader } from './publication.reader';
import { StaffPublicationReader } from './staff-publication.reader';
import { WithdrawPublication } from './withdraw-publication.verb';

const rooms = [ConfirmCurrent, ExpirePublication, PublicationReader, StaffPublicationReader, WithdrawPublication];

@Module({ imports: [AuditModule, PeopleModule], providers: rooms, exports: rooms })
export class PublishingModule {}
