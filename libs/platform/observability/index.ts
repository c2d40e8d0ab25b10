export { HealthController } from './health.controller';
export { createLogger } from './logger';
