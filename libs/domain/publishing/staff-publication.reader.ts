import { Inject, Injectable } from '@nestjs/common';
import { Clock, isId, notFound, type Reason } from '@prongsai/kernel/core';
import type { PublicationListQuery, PublicationView } from '@prongsai/kernel/contracts';
import { bangkokDay } from '@prongsai/kernel/thai';
import { lapseDay, publicationState, type Cadence, type PublicationState } from '@prongsai/kernel/workflow';
import type { TenantActor } from '@prongsai/platform/access';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { Category } from '@prongsai/domain/taxonomy';
import { Tenant } from '@prongsai/domain/tenant';
import { changeReasons, type PendingChange } from './change-reasons';
import { ConfirmCurrent } from './confirm-current.verb';
import { publicationFilePath, publicationPath } from './permanent-link';
import { PublicationBook } from './publication-book';
import { Publication, PublicationFile } from './publication.entity';
import { narrowed, orders, type PublicationWishes } from './staff-publication-list';
import { SupersedePublication } from './supersede-publication.verb';
import { WithdrawPublication } from './withdraw-publication.verb';

/** What staff read of their unit's publications, live or not, with what they may do. */
@Injectable()
export class StaffPublicationReader {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly clock: Clock,
    private readonly withdraw: WithdrawPublication,
    private readonly confirm: ConfirmCurrent,
    private readonly supersede: SupersedePublication,
    private readonly book: PublicationBook,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** One publication. Throws NOT_FOUND. */
  async get(actor: TenantActor, id: string): Promise<PublicationView> {
    if (!isId(id)) notFound();
    const publication = (await this.transaction.manager.getRepository(Publication).findOneBy({ tenantId: actor.tenantId, id })) ?? notFound();
    const [view] = await this.view(actor, [publication]);
    return view ?? notFound();
  }

  /** Publications in the order asked, behind `after`. Answers at most `limit`. */
  async list(actor: TenantActor, wishes: PublicationWishes): Promise<PublicationView[]> {
    const { manager } = this.transaction;
    const query = narrowed(manager.getRepository(Publication).createQueryBuilder('publication'), actor.tenantId, wishes, this.clock.now());
    return this.view(actor, await query.limit(wishes.limit).getMany());
  }

  /** The place of a row in a list of this order, for the page behind it. */
  placeOf(view: PublicationView, order: PublicationListQuery['order']): [key: string, id: string] {
    return [orders[order].keyOf(view), view.id];
  }

  /** How many live items must be checked in turns, and how many of those are inside their cadence until `day`. */
  async countChecked(actor: TenantActor, withinDays: number): Promise<{ done: number; total: number }> {
    const { manager } = this.transaction;
    const count = (wishes: Omit<PublicationWishes, 'limit'>) =>
      narrowed(manager.getRepository(Publication).createQueryBuilder('publication'), actor.tenantId, { ...wishes, limit: 0 }, this.clock.now()).getCount();
    const total = await count({ checkWithin: 3_660 });
    return { total, done: total - (await count({ checkWithin: withinDays })) };
  }

  private async view(actor: TenantActor, publications: Publication[]): Promise<PublicationView[]> {
    const { manager } = this.transaction;
    const tenant = await manager.getRepository(Tenant).findOneByOrFail({ id: actor.tenantId });
    const origin = siteOrigin(this.settings, tenant.slug);
    const ids = publications.map((publication) => publication.id);
    const files = ids.length === 0 ? [] : await manager.getRepository(PublicationFile).createQueryBuilder('file')
      .where('file.publicationId in (:...ids)', { ids }).orderBy('file.number').getMany();
    const facts = await this.factsOf(publications);
    const pending = await this.book.pendingOf(ids);
    const successors = await this.successorsOf(publications);
    const ability = (reasons: Reason[]) => ({ allowed: reasons.length === 0, reasons });
    const now = this.clock.now();
    return publications.map((publication) => {
      const state = publicationState(publication, now);
      return {
        id: publication.id, requestId: publication.requestId, number: facts.numbers.get(publication.requestId) ?? null,
        title: publication.title, details: publication.details, url: `${origin}${publicationPath(publication.code)}`,
        categoryCode: publication.categoryCode, sourceName: publication.sourceName, dataFrom: publication.dataFrom, dataUntil: publication.dataUntil,
        publishedAt: publication.publishedAt.toISOString(), publishedByName: facts.names.get(publication.publishedBy) ?? null,
        publishFrom: publication.publishFrom, publishUntil: publication.publishUntil, approvalDueAt: publication.approvalDueAt?.toISOString() ?? null, state,
        confirmedCurrentAt: publication.confirmedCurrentAt?.toISOString() ?? null,
        confirmedCurrentByName: facts.names.get(publication.confirmedCurrentBy ?? '') ?? null,
        checkDueOn: checkDueOn(publication, facts.cadences.get(publication.categoryCode)),
        cameDownAt: cameDownAt(publication, state)?.toISOString() ?? null,
        withdrawnAt: publication.withdrawnAt?.toISOString() ?? null, withdrawnByName: facts.names.get(publication.withdrawnBy ?? '') ?? null,
        withdrawReason: publication.withdrawReason, withdrawnInError: publication.withdrawnInError,
        version: publication.version, revisedAt: publication.revisedAt?.toISOString() ?? null, revisedByName: facts.names.get(publication.revisedBy ?? '') ?? null,
        supersededByName: facts.names.get(publication.supersededBy ?? '') ?? null, supersedeReason: publication.supersedeReason, successor: successors.get(publication.successorId ?? '') ?? null,
        pending: pendingView(pending.get(publication.id)),
        files: files.filter((file) => file.publicationId === publication.id).map((file) => ({
          name: file.name, mediaType: file.mediaType, size: file.size, url: `${origin}${publicationFilePath(publication.code, file.number)}`,
        })),
        abilities: {
          withdraw: ability(this.withdraw.reasons(actor, publication)), 'confirm-current': ability(this.confirm.reasons(actor, publication)), supersede: ability(this.supersede.reasons(actor, publication)),
          extend: ability(changeReasons('extend', actor, publication, pending.get(publication.id), now)), replace: ability(changeReasons('revise', actor, publication, pending.get(publication.id), now)),
        },
      };
    });
  }

  private async successorsOf(publications: Publication[]): Promise<Map<string, { id: string; title: string }>> {
    const ids = publications.flatMap(({ successorId }) => successorId ?? []);
    if (ids.length === 0) return new Map();
    const rows: Array<{ id: string; title: string }> = await this.transaction.manager.query('select id, title from publication where tenant_id = app.tenant_id() and id = any($1)', [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What stands in other tables: who acted, the requests' numbers, the cadences of categories that count subjects. */
  private async factsOf(publications: Publication[]): Promise<{ names: Map<string, string>; numbers: Map<string, string>; cadences: Map<string, Cadence> }> {
    const { manager } = this.transaction;
    if (publications.length === 0) return { names: new Map(), numbers: new Map(), cadences: new Map() };
    const people = [...new Set(publications.flatMap((one) => [one.publishedBy, one.confirmedCurrentBy, one.withdrawnBy, one.revisedBy, one.supersededBy]))].filter((id) => id !== null);
    const accounts: Array<{ id: string; name: string }> = await manager.query('select id, name from account where id = any($1)', [people]);
    const requests: Array<{ id: string; number: string }> = await manager.query(
      `select id, number || '/' || fiscal_year as number from publication_request where tenant_id = app.tenant_id() and id = any($1) and number is not null`,
      [publications.map(({ requestId }) => requestId)],
    );
    const categories = await manager.getRepository(Category).findBy({ countRule: 'subjects' });
    return {
      names: new Map(accounts.map(({ id, name }) => [id, name])), numbers: new Map(requests.map(({ id, number }) => [id, number])),
      cadences: new Map(categories.map(({ code, cadence }) => [code, cadence])),
    };
  }
}

function pendingView(pending: PendingChange | undefined): PublicationView['pending'] {
  return pending ? { requestId: pending.requestId, purpose: pending.purpose, requesterName: pending.requesterName } : null;
}

/** The last day inside the cadence: counted from when it was last checked, published or shown. */
function checkDueOn(publication: Publication, cadence: Cadence | undefined): string | null {
  if (!cadence) return null;
  const touched = Math.max(...[publication.confirmedCurrentAt, publication.revisedAt, publication.publishedAt, publication.liveFrom].map((at) => at?.getTime() ?? 0));
  return lapseDay(bangkokDay(new Date(touched)), cadence);
}

function cameDownAt(publication: Publication, state: PublicationState): Date | null {
  if (state === 'withdrawn') return publication.withdrawnAt;
  if (state === 'superseded') return publication.supersededAt;
  return state === 'expired' ? publication.liveUntil : null;
}
