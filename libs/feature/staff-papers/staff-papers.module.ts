import { Module } from '@nestjs/common';
import { PapersModule } from '@prongsai/domain/papers';
import { PublishingModule } from '@prongsai/domain/publishing';
import { ReportingModule } from '@prongsai/domain/reporting';
import { PaperSettingController } from './paper-setting.controller';
import { PapersController } from './papers.controller';
import { ReportPapersController } from './report-papers.controller';
import { UnitPapersController } from './unit-papers.controller';

@Module({ imports: [PapersModule, PublishingModule, ReportingModule], controllers: [PapersController, UnitPapersController, ReportPapersController, PaperSettingController] })
export class StaffPapersModule {}
