export { isRefusedForGood, openMailer, MAILER } from './mailer';
export type { Mailer, OutgoingMail } from './mailer';
