import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@prongsai/kernel/core';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { Notifier } from '@prongsai/domain/people';
import { TenantReader } from '@prongsai/domain/tenant';
import type { PublicationRequest } from './publication-request.entity';

/** What the owner of a recorded request is told. `path` is on the unit's public site. */
export interface OwnersAnswer {
  title: string;
  body: string;
  path?: string;
}

/**
 * Answers an owner who has no account, by the way the request came (SPEC 6): by mail where there is an address; what came
 * by letter, or without an address, is answered by letter, and that is the recorder's task.
 */
@Injectable()
export class OwnerAnswer {
  constructor(
    private readonly clock: Clock,
    private readonly notifier: Notifier,
    private readonly tenants: TenantReader,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The change to write on the request with the act; nothing for an ordinary one. Runs inside the act's transaction. */
  async give(request: PublicationRequest, answer: OwnersAnswer): Promise<Partial<PublicationRequest>> {
    if (!request.recorded) return {};
    const { name, email } = request.contact ?? {};
    if (email) {
      const { slug } = await this.tenants.get(request.tenantId);
      await this.notifier.toAddress({ name: name ?? email, email }, { ...answer, kind: 'owner_answer', path: `${siteOrigin(this.settings, slug)}${answer.path ?? '/'}` });
    }
    if (email && request.intakeChannel !== 'letter') return { answerOwedAt: null, answeredAt: null, answeredBy: null, answerNote: null };
    await this.notifier.toAccount(request.requesterId, {
      kind: 'answer_owed', title: `ตอบเจ้าของข้อมูลเป็นหนังสือ “${request.title}”`, body: [`แจ้ง${name ?? 'เจ้าของข้อมูล'}: ${answer.title}`, answer.body].filter(Boolean).join(' '), path: `/t/@/requests/${request.id}`,
    });
    return { answerOwedAt: this.clock.now(), answeredAt: null, answeredBy: null, answerNote: null };
  }
}
