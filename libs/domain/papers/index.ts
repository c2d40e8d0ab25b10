export { Paper, PaperSetting } from './paper.entity';
export type { PaperFacts } from './paper-facts';
export { ChangePaperSetting } from './change-paper-setting.verb';
export { MakePaper } from './make-paper.verb';
export { MakePublicationPapers } from './make-publication-papers.verb';
export { OpenPublicationPapers } from './open-publication-papers.verb';
export { PreviewPaper } from './preview-paper.verb';
export { PaperReader } from './paper.reader';
export { PapersModule } from './papers.module';
