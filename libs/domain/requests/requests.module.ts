import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { FilesModule } from '@prongsai/domain/files';
import { PeopleModule } from '@prongsai/domain/people';
import { PublishingModule } from '@prongsai/domain/publishing';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { ApproveRequest } from './approve-request.verb';
import { CancelRequest } from './cancel-request.verb';
import { CreateRequest } from './create-request.verb';
import { DeleteDraft } from './delete-draft.verb';
import { EditRequest } from './edit-request.verb';
import { PublishRequest } from './publish-request.verb';
import { RefuseRequest } from './refuse-request.verb';
import { RequestBook } from './request-book';
import { RequestReader } from './request.reader';
import { ReturnRequest } from './return-request.verb';
import { StaffSearch } from './staff-search.reader';
import { SubmitRequest } from './submit-request.verb';

const rooms = [
  ApproveRequest, CancelRequest, CreateRequest, DeleteDraft, EditRequest, PublishRequest, RefuseRequest, RequestBook, RequestReader, ReturnRequest, StaffSearch, SubmitRequest,
];

@Module({ imports: [AuditModule, FilesModule, PeopleModule, PublishingModule, TaxonomyModule, TenantModule], providers: rooms, exports: rooms })
export class RequestsModule {}
