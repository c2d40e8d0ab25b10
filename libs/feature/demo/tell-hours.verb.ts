import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@prongsai/platform/access';
import { BusinessClock } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { AddClinic, ChangeClinicDay, HoursReader, SetOpeningHours } from '@prongsai/domain/hours';
import type { HoursStory } from './story';
import { instantOf } from './story-days';

/** Tells when a unit is open: entered on the day on which its site opens, and what differs later; leaves out what has been told. */
@Injectable()
export class TellHours {
  constructor(
    private readonly clock: BusinessClock,
    private readonly transaction: TenantTransaction,
    private readonly hours: HoursReader,
    private readonly setOpeningHours: SetOpeningHours,
    private readonly addClinic: AddClinic,
    private readonly changeClinicDay: ChangeClinicDay,
  ) {}

  async run(by: TenantActor, enteredOn: string, { opening, clinics, days }: HoursStory): Promise<void> {
    await this.clock.during(instantOf(enteredOn, 13, 30), async () => {
      const { version } = await this.transaction.act(by, () => this.hours.opening(by));
      if (version === 0) await this.setOpeningHours.run(by, opening);
      const there = await this.clinicsOf(by);
      for (const clinic of clinics.filter(({ name }) => !there.some((one) => one.name === name))) await this.addClinic.run(by, clinic);
    });
    for (const { on, clinic, body } of days) {
      await this.clock.during(instantOf(on, 15, 50), async () => {
        const found = (await this.clinicsOf(by)).find(({ name }) => name === clinic);
        if (found && !found.days.some(({ day }) => day === body.day)) await this.changeClinicDay.run(by, found.id, body);
      });
    }
  }

  private clinicsOf(by: TenantActor) {
    return this.transaction.act(by, () => this.hours.clinics(by));
  }
}
