export { StaffRequestsModule } from './staff-requests.module';
