export { StaffReportsModule } from './staff-reports.module';
