import { Inject, Injectable } from '@nestjs/common';
import { Clock, isId, notFound, type Reason } from '@prongsai/kernel/core';
import type { PublicationView } from '@prongsai/kernel/contracts';
import { publicationState } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { Tenant } from '@prongsai/domain/tenant';
import { ConfirmCurrent } from './confirm-current.verb';
import { publicationFilePath, publicationPath } from './permanent-link';
import { Publication, PublicationFile } from './publication.entity';
import { WithdrawPublication } from './withdraw-publication.verb';

/** What staff read of their unit's publications, live or not, with what they may do. */
@Injectable()
export class StaffPublicationReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly withdraw: WithdrawPublication,
    private readonly confirm: ConfirmCurrent,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One publication. Throws NOT_FOUND. */
  async get(actor: TenantActor, id: string): Promise<PublicationView> {
    if (!isId(id)) notFound();
    const publication = (await this.transaction.manager.getRepository(Publication).findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
    const [view] = await this.view(actor, [publication]);
    return view ?? notFound();
  }

  /** Publications newest first; `before` is the last id of the page before. Answers at most `limit`. */
  async list(actor: TenantActor, before: string | null, limit: number): Promise<PublicationView[]> {
    const query = this.transaction.manager.getRepository(Publication).createQueryBuilder('publication').where('publication.tenantId = :tenantId', actor);
    if (before) query.andWhere('publication.id < :before', { before });
    return this.view(actor, await query.orderBy('publication.id', 'DESC').limit(limit).getMany());
  }

  private async view(actor: TenantActor, publications: Publication[]): Promise<PublicationView[]> {
    const { manager } = this.transaction;
    const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const origin = siteOrigin(this.settings, tenant.slug);
    const ids = publications.map((publication) => publication.id);
    const files = ids.length === 0 ? [] : await manager.getRepository(PublicationFile).createQueryBuilder('file')
      .where('file.publicationId in (:...ids)', { ids }).orderBy('file.number').getMany();
    const ability = (reasons: Reason[]) => ({ allowed: reasons.length === 0, reasons });
    return publications.map((publication) => ({
      id: publication.id, title: publication.title, details: publication.details, url: `${origin}${publicationPath(publication.code)}`,
      categoryCode: publication.categoryCode, sourceName: publication.sourceName, dataFrom: publication.dataFrom, dataUntil: publication.dataUntil,
      publishedAt: publication.publishedAt.toISOString(), publishFrom: publication.publishFrom, publishUntil: publication.publishUntil,
      state: publicationState(publication, this.clock.now()),
      confirmedCurrentAt: publication.confirmedCurrentAt?.toISOString() ?? null,
      withdrawnAt: publication.withdrawnAt?.toISOString() ?? null, withdrawReason: publication.withdrawReason,
      files: files.filter((file) => file.publicationId === publication.id).map((file) => ({
        name: file.name, mediaType: file.mediaType, size: file.size, url: `${origin}${publicationFilePath(publication.code, file.number)}`,
      })),
      abilities: { withdraw: ability(this.withdraw.reasons(actor, publication)), 'confirm-current': ability(this.confirm.reasons(actor, publication)) },
    }));
  }
}
