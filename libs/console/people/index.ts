import './people.css';

export { AuditPage } from './audit.page';
export { MailsPage } from './mails.page';
export { NoticeSettingsPage } from './notice-settings.page';
export { NoticesPage } from './notices.page';
export { PeoplePage } from './people.page';
