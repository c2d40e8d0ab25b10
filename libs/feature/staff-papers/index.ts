export { StaffPapersModule } from './staff-papers.module';
