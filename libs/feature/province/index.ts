export { ProvinceModule } from './province.module';
