import { Injectable } from '@nestjs/common';
import { checkNoReasons, isId, notFound } from '@prongsai/kernel/core';
import type { TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { Clinic } from './clinic.entity';

/** The rows of a unit's clinics, for the verbs. */
@Injectable()
export class ClinicBook {
  constructor(private readonly transaction: TenantTransaction) {}

  /** The clinic, locked until the act is over. Throws NOT_FOUND. */
  async lock(actor: TenantActor, id: string): Promise<Clinic> {
    if (!isId(id)) notFound();
    const found = await this.transaction.manager.getRepository(Clinic).findOne({ where: { tenantId: actor.tenantId, id }, lock: { mode: 'pessimistic_write' } });
    return found ?? notFound();
  }

  /** Throws DUPLICATE when another clinic of the unit has this name. */
  async checkName(actor: TenantActor, name: string, exceptId: string | null): Promise<void> {
    const found = await this.transaction.manager.getRepository(Clinic).findOneBy({ tenantId: actor.tenantId, name });
    if (found && found.id !== exceptId) checkNoReasons([{ code: 'DUPLICATE', text: `มีคลินิกชื่อ “${name}” อยู่แล้ว ใช้ชื่ออื่นหรือแก้คลินิกเดิม` }]);
  }

  /** How many clinics the unit has. */
  count(actor: TenantActor): Promise<number> {
    return this.transaction.manager.getRepository(Clinic).countBy({ tenantId: actor.tenantId });
  }

  /** Puts `id` at place `order` (from 1; null for the end) and numbers the others anew around it. */
  async place(actor: TenantActor, id: string, order: number | null): Promise<void> {
    const clinics = this.transaction.manager.getRepository(Clinic);
    const all = await clinics.find({ where: { tenantId: actor.tenantId }, order: { ord: 'ASC', id: 'ASC' } });
    const moved = all.find((one) => one.id === id);
    const others = all.filter((one) => one.id !== id);
    const ordered = moved ? others.toSpliced((order ?? all.length) - 1, 0, moved) : others;
    for (const [index, clinic] of ordered.entries()) {
      if (clinic.ord !== index + 1) await clinics.update({ tenantId: actor.tenantId, id: clinic.id }, { ord: index + 1 });
    }
  }
}
