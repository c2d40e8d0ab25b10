import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { FilesModule } from '@prongsai/domain/files';
import { PeopleModule } from '@prongsai/domain/people';
import { PersonalDataModule } from '@prongsai/domain/personal-data';
import { PublishingModule } from '@prongsai/domain/publishing';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { ApproveRequest } from './approve-request.verb';
import { ApproveVerbally } from './approve-verbally.verb';
import { Assignment } from './assignment';
import { CancelRequest } from './cancel-request.verb';
import { ChangeBook } from './change-book';
import { ConfirmApproval } from './confirm-approval.verb';
import { CopyRequest } from './copy-request.verb';
import { CreateRequest } from './create-request.verb';
import { DeleteDraft } from './delete-draft.verb';
import { EditRequest } from './edit-request.verb';
import { ExtendPublication } from './extend-publication.verb';
import { OwnerAnswer } from './owner-answer';
import { PublishRequest } from './publish-request.verb';
import { ReadRequestFiles } from './read-request-files.verb';
import { RecordAnswer } from './record-answer.verb';
import { RefuseRequest } from './refuse-request.verb';
import { RemindSignature } from './remind-signature.verb';
import { RemoveTemplate } from './remove-template.verb';
import { ReplacePublication } from './replace-publication.verb';
import { RequestBook } from './request-book';
import { RequestFindingsReader } from './request-findings.reader';
import { RequestReader } from './request.reader';
import { ReturnRequest } from './return-request.verb';
import { SaveTemplate } from './save-template.verb';
import { StaffSearch } from './staff-search.reader';
import { SubmitRequest } from './submit-request.verb';
import { TakeBackApproval } from './take-back-approval.verb';
import { TemplateReader } from './template.reader';
import { UnitFiguresReader } from './unit-figures.reader';

const rooms = [
  ApproveRequest, ApproveVerbally, Assignment, CancelRequest, ChangeBook, ConfirmApproval, CopyRequest, CreateRequest, DeleteDraft, EditRequest, ExtendPublication, OwnerAnswer, PublishRequest, ReadRequestFiles, RecordAnswer,
  RefuseRequest, RemindSignature, RemoveTemplate, ReplacePublication, RequestBook, RequestFindingsReader, RequestReader, ReturnRequest, SaveTemplate, StaffSearch, SubmitRequest, TakeBackApproval, TemplateReader, UnitFiguresReader,
];

@Module({ imports: [AuditModule, FilesModule, PeopleModule, PersonalDataModule, PublishingModule, TaxonomyModule, TenantModule], providers: rooms, exports: rooms })
export class RequestsModule {}
