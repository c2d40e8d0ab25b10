import { Injectable } from '@nestjs/common';
import { hashPassword, withoutMail } from '@prongsai/domain/people';
import { TenantTransaction } from '@prongsai/platform/db';
import { LoadNetwork } from './load-network.verb';
import { demoNetworks } from './networks/demo-networks';
import { demoPassword } from './people/demo-cast';

/** Number of the lock that one loader holds against another. */
const loaderLock = 7_710_018;

/**
 * Loads the five demo networks (SPEC 18) by the ordinary verbs, each act at its own hour and without mail. Whatever is
 * there is left alone, so that a loading that was cut off goes on where it stopped and a later one finds nothing to do.
 */
@Injectable()
export class LoadDemo {
  private passwordHash: Promise<string> | null = null;

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly loadNetwork: LoadNetwork,
  ) {}

  /** `only` names the networks to load, all five by default. Throws the refusal of the act that was not possible. */
  async run(only: readonly string[] = demoNetworks.map(({ slug }) => slug)): Promise<void> {
    const wanted = demoNetworks.filter(({ slug }) => only.includes(slug));
    const missing: typeof wanted = [];
    for (const network of wanted) if (!(await this.loadNetwork.isLoaded(network.slug, network.tell))) missing.push(network);
    if (missing.length === 0) return;
    await this.alone(() =>
      withoutMail(async () => {
        // Side by side, so that the long story of one unit does not keep the others waiting.
        const loaded = await Promise.allSettled(missing.map(({ slug, tell }) => this.loadNetwork.run(slug, tell, () => (this.passwordHash ??= hashPassword(demoPassword)))));
        for (const end of loaded) if (end.status === 'rejected') throw end.reason;
      }),
    );
  }

  /** Runs `work` while no other process loads. The lock lives in a transaction of its own, beside those of the acts. */
  private async alone(work: () => Promise<void>): Promise<void> {
    let release = () => undefined as void;
    const released = new Promise<void>((resolve) => (release = resolve));
    let hold = () => undefined as void;
    const held = new Promise<void>((resolve) => (hold = resolve));
    const lock = this.transaction.act({}, async () => {
      await this.transaction.manager.query('select pg_advisory_xact_lock($1)', [loaderLock]);
      hold();
      await released;
    });
    await Promise.race([held, lock]);
    try {
      await work();
    } finally {
      release();
      await lock;
    }
  }
}
