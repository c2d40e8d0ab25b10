import './requests.css';

export { MyWorkPage } from './my-work.page';
export { RequestListPage } from './request-list.page';
export { RequestPage } from './request.page';
