import { Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { PaperPress } from '@prongsai/platform/pdf';
import { AuditModule } from '@prongsai/domain/audit';
import { RequestsModule } from '@prongsai/domain/requests';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { ChangePaperSetting } from './change-paper-setting.verb';
import { EvidenceFactsReader } from './facts/evidence-facts.reader';
import { RequestFactsReader } from './facts/request-facts.reader';
import { UnitFactsReader } from './facts/unit-facts.reader';
import { MakePaper } from './make-paper.verb';
import { MakePublicationPapers } from './make-publication-papers.verb';
import { OpenPublicationPapers } from './open-publication-papers.verb';
import { PaperBook } from './paper-book';
import { PaperReader } from './paper.reader';
import { PreviewPaper } from './preview-paper.verb';

const doors = [MakePaper, MakePublicationPapers, OpenPublicationPapers, ChangePaperSetting, PreviewPaper, PaperReader];

@Module({
  imports: [AuditModule, RequestsModule, TaxonomyModule],
  providers: [...doors, PaperBook, UnitFactsReader, RequestFactsReader, EvidenceFactsReader, { provide: PaperPress, useFactory: () => new PaperPress() }],
  exports: doors,
})
export class PapersModule implements OnModuleDestroy {
  constructor(@Inject(PaperPress) private readonly press: PaperPress) {}

  onModuleDestroy(): Promise<void> {
    return this.press.end();
  }
}
