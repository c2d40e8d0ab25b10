import './reports.css';

export { CountedPage } from './counted.page';
export { CompliancePage } from './compliance.page';
export { ReportListPage } from './report-list.page';
export { ReportPage } from './report.page';
