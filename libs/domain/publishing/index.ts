export { Publication, PublicationFile } from './publication.entity';
export { publicationPath, publicationFilePath } from './permanent-link';
export { WithdrawPublication } from './withdraw-publication.verb';
export { ConfirmCurrent } from './confirm-current.verb';
export { ExpirePublication } from './expire-publication.verb';
export { PublicationReader } from './publication.reader';
export type { PublicationLine, EndedLink } from './publication.reader';
export { StaffPublicationReader } from './staff-publication.reader';
export { PublishingModule } from './publishing.module';
