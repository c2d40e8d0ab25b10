import './publishing.css';

export { CheckList } from './check-list';
export { CheckedBar, ChecksPage } from './checks.page';
export { DownPage } from './down.page';
export { EndingPage } from './ending.page';
export { PublicationListPage } from './publication-list.page';
export { PublicationPage } from './publication.page';
export { useWithdrawing } from './use-withdrawing';
