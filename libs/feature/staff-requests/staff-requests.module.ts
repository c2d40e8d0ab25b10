import { Module } from '@nestjs/common';
import { FilesModule } from '@prongsai/domain/files';
import { PeopleModule } from '@prongsai/domain/people';
import { PublishingModule } from '@prongsai/domain/publishing';
import { ReportingModule } from '@prongsai/domain/reporting';
import { RequestsModule } from '@prongsai/domain/requests';
import { DecisionsController } from './decisions.controller';
import { FilesController } from './files.controller';
import { FilePolicyController } from './file-policy.controller';
import { RequestsController } from './requests.controller';
import { TemplatesController } from './templates.controller';
import { WorkController } from './work.controller';

@Module({
  imports: [FilesModule, PeopleModule, PublishingModule, ReportingModule, RequestsModule],
  controllers: [RequestsController, DecisionsController, FilesController, FilePolicyController, TemplatesController, WorkController],
})
export class StaffRequestsModule {}
