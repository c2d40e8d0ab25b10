export { CheckPersonalData } from './check-personal-data';
export { PersonalDataClearance } from './clearance.entity';
export { FileReading } from './file-reading.entity';
export { PersonalDataModule } from './personal-data.module';
