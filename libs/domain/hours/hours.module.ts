import { Module } from '@nestjs/common';
import { AuditModule } from '@prongsai/domain/audit';
import { AddClinic } from './add-clinic.verb';
import { ChangeClinicDay } from './change-clinic-day.verb';
import { ClinicBook } from './clinic-book';
import { HoursReader } from './hours.reader';
import { RemoveClinic } from './remove-clinic.verb';
import { SaveClinic } from './save-clinic.verb';
import { SetOpeningHours } from './set-opening-hours.verb';
import { TakeBackClinicDay } from './take-back-clinic-day.verb';

@Module({
  imports: [AuditModule],
  providers: [SetOpeningHours, AddClinic, SaveClinic, RemoveClinic, ChangeClinicDay, TakeBackClinicDay, HoursReader, ClinicBook],
  exports: [SetOpeningHours, AddClinic, SaveClinic, RemoveClinic, ChangeClinicDay, TakeBackClinicDay, HoursReader],
})
export class HoursModule {}
