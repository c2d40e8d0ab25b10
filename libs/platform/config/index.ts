export { readSettings, SETTINGS, processRoles } from './settings';
export type { Settings, ProcessRole } from './settings';
export { siteOrigin, consoleOrigin, portalOrigin } from './addresses';
export { BusinessClock } from './business-clock';
export { installationSecret } from './secrets';
