export { LiveModule } from './live.module';
export { LiveHub } from './live-hub';
