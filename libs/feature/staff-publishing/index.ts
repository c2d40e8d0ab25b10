export { StaffPublishingModule } from './staff-publishing.module';
