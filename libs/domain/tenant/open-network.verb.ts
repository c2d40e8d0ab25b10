import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@prongsai/kernel/core';
import { TenantTransaction } from '@prongsai/platform/db';
import { AuditTrail } from '@prongsai/domain/audit';
import { Network } from './network.entity';

/** Opens a network (one province). An operator's act, by command or demo: nobody signed in may. */
@Injectable()
export class OpenNetwork {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers the network; an existing slug gives the one that is there. `id` names a new one. */
  async run(input: { id?: string; slug: string; nameTh: string; nameEn: string; provinceTh: string }): Promise<Network> {
    const id = input.id ?? newId();
    return this.transaction.act({ networkId: id }, async () => {
      const networks = this.transaction.manager.getRepository(Network);
      const there = await networks.findOneBy({ slug: input.slug });
      if (there) return there;
      const network = networks.create({ ...input, id, createdAt: this.clock.now() });
      await networks.insert(network);
      await this.audit.record('network.opened', 'network', id, { slug: input.slug });
      return network;
    });
  }
}
