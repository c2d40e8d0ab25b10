import { Injectable } from '@nestjs/common';
import { JudgeCompliance } from '@prongsai/domain/compliance';
import type { JobHandler, JobPayload } from '@prongsai/platform/jobs';

/** Judges one unit's requirements again after an act that may have changed them. */
@Injectable()
export class JudgeComplianceJob implements JobHandler {
  readonly task = 'judge-compliance';

  constructor(private readonly judge: JudgeCompliance) {}

  async run(payload: JobPayload): Promise<void> {
    await this.judge.run({ tenantId: String(payload.tenantId), reach: 'unit' });
  }
}
