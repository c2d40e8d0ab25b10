import { Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { PaperPress } from '@prongsai/platform/pdf';
import { AuditModule } from '@prongsai/domain/audit';
import { ReportingModule } from '@prongsai/domain/reporting';
import { RequestsModule } from '@prongsai/domain/requests';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { AskUnitPaper } from './ask-unit-paper.verb';
import { ChangePaperSetting } from './change-paper-setting.verb';
import { EvidenceFactsReader } from './facts/evidence-facts.reader';
import { PeopleFactsReader } from './facts/people-facts.reader';
import { ReportFactsReader } from './facts/report-facts.reader';
import { RequestFactsReader } from './facts/request-facts.reader';
import { UnitFactsReader } from './facts/unit-facts.reader';
import { UnitPaperFactsReader } from './facts/unit-paper-facts.reader';
import { WithdrawalFactsReader } from './facts/withdrawal-facts.reader';
import { MakePaper } from './make-paper.verb';
import { MakePublicationPapers } from './make-publication-papers.verb';
import { MakeReportPapers } from './make-report-papers.verb';
import { OpenPublicationPapers } from './open-publication-papers.verb';
import { PaperBook } from './paper-book';
import { PaperReader } from './paper.reader';
import { PreviewPaper } from './preview-paper.verb';
import { SignPaper } from './sign-paper.verb';

const doors = [MakePaper, MakePublicationPapers, MakeReportPapers, OpenPublicationPapers, AskUnitPaper, SignPaper, ChangePaperSetting, PreviewPaper, PaperReader];
const facts = [UnitFactsReader, PeopleFactsReader, RequestFactsReader, EvidenceFactsReader, WithdrawalFactsReader, UnitPaperFactsReader, ReportFactsReader];

@Module({
  imports: [AuditModule, ReportingModule, RequestsModule, TaxonomyModule],
  providers: [...doors, ...facts, PaperBook, { provide: PaperPress, useFactory: () => new PaperPress() }],
  exports: doors,
})
export class PapersModule implements OnModuleDestroy {
  constructor(@Inject(PaperPress) private readonly press: PaperPress) {}

  onModuleDestroy(): Promise<void> {
    return this.press.end();
  }
}
