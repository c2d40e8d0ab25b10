import './province.css';

export { OpenTenantPage } from './open-tenant.page';
export { ProvincePage } from './province.page';
export { ReportBoardPage } from './report-board.page';
export { RoundsPage } from './rounds.page';
