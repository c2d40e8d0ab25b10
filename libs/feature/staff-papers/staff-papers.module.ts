import { Module } from '@nestjs/common';
import { PapersModule } from '@prongsai/domain/papers';
import { PublishingModule } from '@prongsai/domain/publishing';
import { PaperSettingController } from './paper-setting.controller';
import { PapersController } from './papers.controller';

@Module({ imports: [PapersModule, PublishingModule], controllers: [PapersController, PaperSettingController] })
export class StaffPapersModule {}
