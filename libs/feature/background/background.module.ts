import { Module } from '@nestjs/common';
import { ComplianceModule } from '@prongsai/domain/compliance';
import { FilesModule } from '@prongsai/domain/files';
import { PapersModule } from '@prongsai/domain/papers';
import { PeopleModule } from '@prongsai/domain/people';
import { PersonalDataModule } from '@prongsai/domain/personal-data';
import { PublishingModule } from '@prongsai/domain/publishing';
import { ReportingModule } from '@prongsai/domain/reporting';
import { RequestsModule } from '@prongsai/domain/requests';
import { JOB_HANDLERS, type JobHandler } from '@prongsai/platform/jobs';
import { ClearQuarantineJob } from './clear-quarantine.job';
import { JudgeComplianceJob } from './judge-compliance.job';
import { MakePageImagesJob, RemovePageImagesJob } from './page-images.job';
import { PassTimeJob } from './pass-time.job';
import { MakePaperJob, MakePublicationPapersJob, MakeReportPapersJob } from './papers.job';
import { ReadFileJob } from './read-file.job';
import { ScanFileJob, ScanWaitingJob } from './scan-file.job';
import { SendAccountLinkJob } from './send-account-link.job';
import { ReleaseMailsJob, SendDigestJob } from './send-digest.job';
import { SendMailJob } from './send-mail.job';
import { SweepBlobsJob } from './sweep-blobs.job';
import { SweepJob } from './sweep.job';

const jobs = [SendMailJob, SendDigestJob, ReleaseMailsJob, SendAccountLinkJob, SweepJob, PassTimeJob, ClearQuarantineJob, JudgeComplianceJob, MakePageImagesJob, RemovePageImagesJob, MakePublicationPapersJob, MakeReportPapersJob, MakePaperJob, ReadFileJob, ScanFileJob, ScanWaitingJob, SweepBlobsJob];

/** Schedule in UTC, as graphile-worker reads it; deadlines are judged by the business clock, not by this. */
export const schedule = '* * * * * sweep\n* * * * * release-mails\n17 * * * * clear-quarantine\n*/5 * * * * scan-waiting\n23 19 * * * sweep-blobs';

@Module({
  imports: [ComplianceModule, FilesModule, ReportingModule, PapersModule, PeopleModule, PersonalDataModule, PublishingModule, RequestsModule],
  providers: [...jobs, { provide: JOB_HANDLERS, inject: jobs, useFactory: (...handlers: JobHandler[]) => handlers }],
  exports: [JOB_HANDLERS],
})
export class BackgroundModule {}
