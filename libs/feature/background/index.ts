export { BackgroundModule, schedule } from './background.module';
