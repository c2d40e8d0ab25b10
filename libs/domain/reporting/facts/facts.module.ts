import { Global, Module } from '@nestjs/common';
import { FACT_SOURCES, type FactSource } from '@prongsai/domain/compliance';
import { PeopleFacts } from './people-facts';
import { PublishingFacts } from './publishing-facts';
import { ReportingFacts } from './reporting-facts';

const sources = [PublishingFacts, PeopleFacts, ReportingFacts];

/** Fills compliance's port. Global, because compliance may not know who fills it. */
@Global()
@Module({
  providers: [...sources, { provide: FACT_SOURCES, inject: sources, useFactory: (...filled: FactSource[]) => filled }],
  exports: [FACT_SOURCES],
})
export class FactsModule {}
