import { Inject, Injectable } from '@nestjs/common';
import { OBJECT_STORE, type ObjectStore } from '@prongsai/platform/storage';

/** No upload takes as long: a request that is not read to its end within a minute is cut off. */
const abandonedAfterMs = 3_600_000;

/** Clears away what uploads left in quarantine when their process was killed: nobody has looked at it, and nobody waits for it. */
@Injectable()
export class ClearQuarantine {
  constructor(@Inject(OBJECT_STORE) private readonly store: ObjectStore) {}

  /** Answers how many were cleared. `now` is real time, as the store's own stamps are. */
  async run(now = new Date()): Promise<number> {
    let cleared = 0;
    for await (const { key, storedAt } of this.store.list('quarantine/')) {
      if (now.getTime() - storedAt.getTime() < abandonedAfterMs) continue;
      await this.store.remove(key);
      cleared += 1;
    }
    return cleared;
  }
}
