import { Injectable } from '@nestjs/common';
import type { RoundBody, RoundView } from '@prongsai/kernel/contracts';
import { Clock, newId, Refusal, type FieldError } from '@prongsai/kernel/core';
import { checkAllowed, type NetworkActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { dueAtEndOf } from './default-rounds';
import { Round } from './round.entity';
import { roundView } from './round-view';

/** A follow-up that a network names and dates itself (seed 002: 30 April and 23 May 2561). */
@Injectable()
export class AddFollowUpRound {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers the round, numbered within its fiscal year. Throws 403, or INVALID for days in the wrong order. */
  async run(actor: NetworkActor, input: RoundBody): Promise<RoundView> {
    checkAllowed(actor, 'write', 'Round');
    const errors = errorsOf(input);
    if (errors.length > 0) throw new Refusal('INVALID', { detail: errors[0]?.text, errors });
    return this.transaction.act(actor, async () => {
      const { manager } = this.transaction;
      // Two people adding at once get two numbers.
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('follow-up:' || $1, 0))`, [actor.networkId]);
      const [{ next }] = await manager.query(`select count(*)::int + 1 as next from round where network_id = $1 and fiscal_year = $2 and kind = 'follow_up'`, [
        actor.networkId, input.fiscalYear,
      ]);
      const round = manager.getRepository(Round).create({
        networkId: actor.networkId, id: newId(), fiscalYear: input.fiscalYear, code: `follow_up-${next}`, kind: 'follow_up', title: input.title,
        windowFrom: input.windowFrom, windowUntil: input.windowUntil, dueToSuperiorAt: dueAtEndOf(input.dueToSuperiorOn),
        dueToProvinceAt: dueAtEndOf(input.dueToProvinceOn), createdAt: this.clock.now(),
      });
      await manager.getRepository(Round).insert(round);
      await this.audit.record('round.made', 'round', round.id, { fiscalYear: round.fiscalYear, code: round.code });
      return roundView(round);
    });
  }
}

function errorsOf(input: RoundBody): FieldError[] {
  const errors: FieldError[] = [];
  const reversed = (path: string, text: string) => errors.push({ path, code: 'reversed', text });
  if (input.windowUntil < input.windowFrom) reversed('windowUntil', 'วันสุดท้ายของช่วงที่รายงานอยู่ก่อนวันแรก ตรวจวันที่ทั้งสองช่อง');
  if (input.dueToSuperiorOn < input.windowFrom) reversed('dueToSuperiorOn', 'วันครบกำหนดเสนอผู้บังคับบัญชาอยู่ก่อนช่วงที่รายงาน เลือกวันใหม่');
  if (input.dueToProvinceOn < input.dueToSuperiorOn) reversed('dueToProvinceOn', 'วันครบกำหนดส่งจังหวัดอยู่ก่อนวันเสนอผู้บังคับบัญชา ตรวจวันที่ทั้งสองช่อง');
  return errors;
}
