import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '@prongsai/platform/config';
import { AuditModule } from '@prongsai/domain/audit';
import { PeopleModule } from '@prongsai/domain/people';
import { ClearQuarantine } from './clear-quarantine.verb';
import { FileReader } from './file.reader';
import { AskForPageImages } from './pages/ask-for-page-images.verb';
import { ForgetPageImages, RemovePageImages } from './pages/forget-page-images.verb';
import { MakePageImages } from './pages/make-page-images.verb';
import { PageImageReader } from './pages/page-image.reader';
import { ReceiveFile } from './receive-file.verb';
import { AskForWaitingScans } from './scan/ask-for-waiting-scans.verb';
import { Clamd } from './scan/clamd';
import { ScanFile } from './scan/scan-file.verb';
import { VIRUS_SCANNER } from './scan/virus-scanner';
import { RemoveUnusedBlob, SweepBlobs } from './sweep-blobs.verb';

const rooms = [ReceiveFile, ClearQuarantine, FileReader, AskForPageImages, MakePageImages, ForgetPageImages, RemovePageImages, PageImageReader, ScanFile, AskForWaitingScans, RemoveUnusedBlob, SweepBlobs];
const scanner = { provide: VIRUS_SCANNER, inject: [SETTINGS], useFactory: ({ clamav }: Settings) => (clamav ? new Clamd(clamav) : null) };

@Module({ imports: [AuditModule, PeopleModule], providers: [...rooms, scanner], exports: [...rooms, scanner] })
export class FilesModule {}
