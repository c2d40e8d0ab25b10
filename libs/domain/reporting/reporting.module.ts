import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { PeopleModule } from '@prongsai/domain/people';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { TenantModule } from '@prongsai/domain/tenant';
import { AcceptReport } from './accept-report.verb';
import { AcknowledgeReport } from './acknowledge-report.verb';
import { AddFollowUpRound } from './add-follow-up-round.verb';
import { DraftReport } from './draft-report.verb';
import { FactsModule } from './facts/facts.module';
import { CategoryFigures } from './figures/category-figures.reader';
import { CountedReader } from './figures/counted.reader';
import { RegisterReader } from './figures/register.reader';
import { ReportFigures } from './figures/report-figures.reader';
import { RequestFigures } from './figures/request-figures.reader';
import { MakeRounds } from './make-rounds.verb';
import { NetworkReportDoor } from './network-report-door';
import { NetworkReportReader } from './network-report.reader';
import { NetworkRequirementReader } from './network/network-requirement.reader';
import { NetworkUnitSummaryReader } from './network/network-unit-summary.reader';
import { OpenFiscalYear } from './open-fiscal-year.verb';
import { ReportBook } from './report-book';
import { ReportReader } from './report.reader';
import { ReturnReport } from './return-report.verb';
import { SendReport } from './send-report.verb';
import { SubmitReport } from './submit-report.verb';

const verbs = [MakeRounds, OpenFiscalYear, AddFollowUpRound, DraftReport, SubmitReport, AcknowledgeReport, SendReport, AcceptReport, ReturnReport];
const readers = [ReportReader, NetworkReportReader, NetworkRequirementReader, NetworkUnitSummaryReader, ReportFigures, CountedReader];

@Module({
  imports: [AuditModule, FactsModule, PeopleModule, TaxonomyModule, TenantModule],
  providers: [...verbs, ...readers, CategoryFigures, RegisterReader, RequestFigures, NetworkReportDoor, ReportBook],
  exports: [...verbs, ...readers],
})
export class ReportingModule {}
