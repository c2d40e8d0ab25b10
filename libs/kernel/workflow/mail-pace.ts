/** How often a person is mailed: about each thing as it happens, once a day, or once a week. */
export const mailPaces = ['at_once', 'daily', 'weekly'] as const;
export type MailPace = (typeof mailPaces)[number];
