export { DemoModule } from './demo.module';
export { LoadDemo } from './load-demo.verb';
