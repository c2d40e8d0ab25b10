import { Module } from '@nestjs/common';
import { PublishingModule } from '@prongsai/domain/publishing';
import { RequestsModule } from '@prongsai/domain/requests';
import { PublishingController } from './publishing.controller';

@Module({ imports: [PublishingModule, RequestsModule], controllers: [PublishingController] })
export class StaffPublishingModule {}
