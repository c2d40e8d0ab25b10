import './province.css';

export { OpeningPage } from './opening.page';
export { OpenTenantPage } from './open-tenant.page';
export { NetworkUnitPage } from './unit.page';
export { ProvincePage } from './province.page';
export { ReportBoardPage } from './report-board.page';
export { RequirementPage } from './requirement.page';
export { HolidaysPage } from './holidays.page';
export { RoundsPage } from './rounds.page';
export { UnitsPage } from './units.page';
