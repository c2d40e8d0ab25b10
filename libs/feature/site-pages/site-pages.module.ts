import { Module } from '@nestjs/common';
import { HoursModule } from '@prongsai/domain/hours';
import { PeopleModule } from '@prongsai/domain/people';
import { PublishingModule } from '@prongsai/domain/publishing';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { DownloadController } from './download.controller';
import { MissingController } from './missing.controller';
import { PortalController } from './portal.controller';
import { ReadingController } from './reading.controller';
import { SiteController } from './site.controller';
import { SiteErrorPages } from './site-error-pages';
import { SiteReader } from './site.reader';

@Module({
  imports: [HoursModule, PeopleModule, TenantModule, TaxonomyModule, PublishingModule],
  controllers: [SiteController, DownloadController, PortalController, ReadingController, MissingController],
  providers: [SiteReader, SiteErrorPages],
  exports: [SiteErrorPages],
})
export class SitePagesModule {}
