import { Controller, Inject } from '@nestjs/common';
import { Refusal } from '@prongsai/kernel/core';
import { anyone } from '@prongsai/platform/access';
import { BusinessClock } from '@prongsai/platform/config';
import { DATA_SOURCES, type DataSources } from '@prongsai/platform/db';
import { PageRoute, PlainAnswer } from '@prongsai/platform/http';

/** Is the process alive, and can it serve. Answers on any host. */
@Controller()
export class HealthController {
  constructor(
    private readonly clock: BusinessClock,
    @Inject(DATA_SOURCES) private readonly sources: DataSources,
  ) {}

  @PageRoute('any', '/healthz', { access: anyone, summary: 'The process is alive; shows the business clock' })
  health(): PlainAnswer {
    return json({ status: 'ok', businessTime: this.clock.now().toISOString(), clockMoved: this.clock.isMoved });
  }

  @PageRoute('any', '/readyz', { access: anyone, summary: 'The process reaches its database' })
  async ready(): Promise<PlainAnswer> {
    try {
      for (const source of Object.values(this.sources)) await source?.query('select 1');
    } catch {
      throw new Refusal('UNAVAILABLE', { retryAfterSeconds: 5 });
    }
    return json({ status: 'ready' });
  }
}

function json(value: unknown): PlainAnswer {
  return new PlainAnswer(JSON.stringify(value), 'application/json; charset=utf-8', { 'cache-control': 'no-store' });
}
