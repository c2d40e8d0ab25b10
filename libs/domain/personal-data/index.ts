export { CheckPersonalData } from './check-personal-data';
export { PersonalDataClearance } from './clearance.entity';
export { FileReading } from './file-reading.entity';
export { ReadFile } from './read-file.verb';
export { PersonalDataModule } from './personal-data.module';
