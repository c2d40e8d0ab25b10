import './reports.css';

export { CompliancePage } from './compliance.page';
export { ReportListPage } from './report-list.page';
export { ReportPage } from './report.page';
