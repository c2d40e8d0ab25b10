import './people.css';

export { AuditPage } from './audit.page';
export { NoticesPage } from './notices.page';
export { PeoplePage } from './people.page';
