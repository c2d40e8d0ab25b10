import { Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { checkAllowed, type TenantActor } from '@prongsai/platform/access';
import { TenantTransaction } from '@prongsai/platform/db';
import { MemberReader } from './member.reader';

/** A person has seen notices of theirs. Says nothing about anybody's work, so it is no entry of the trail. */
@Injectable()
export class MarkNoticesRead {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly members: MemberReader,
  ) {}

  /**
   * Marks the actor's own notices among `ids`, all of them, or those told before an instant, and answers how many stay unread. Other people's and
   * those read before stay as they are. Throws 403.
   */
  async run(actor: TenantActor, ids: readonly string[] | 'all' | { before: Date }): Promise<number> {
    checkAllowed(actor, 'read', 'Notice');
    return this.transaction.act(actor, async () => {
      await this.transaction.manager.query(
        `update notice set read_at = $1 where tenant_id = app.tenant_id() and account_id = $2 and read_at is null and ($3::uuid[] is null or id = any($3)) and ($4::timestamptz is null or created_at < $4)`,
        [this.clock.now(), actor.accountId, Array.isArray(ids) ? ids : null, typeof ids === 'object' && 'before' in ids ? ids.before : null],
      );
      return this.members.countUnread(actor.accountId);
    });
  }
}
