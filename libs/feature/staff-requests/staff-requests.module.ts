import { Module } from '@nestjs/common';
import { FilesModule } from '@prongsai/domain/files';
import { RequestsModule } from '@prongsai/domain/requests';
import { DecisionsController } from './decisions.controller';
import { FilesController } from './files.controller';
import { FilePolicyController } from './file-policy.controller';
import { RequestsController } from './requests.controller';

@Module({ imports: [FilesModule, RequestsModule], controllers: [RequestsController, DecisionsController, FilesController, FilePolicyController] })
export class StaffRequestsModule {}
