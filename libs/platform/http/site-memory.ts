import type { Clock } from '@prongsai/kernel/core';
import type { Site, SiteBook, SiteDirectory } from './request-context';

interface KnownSite {
  site: Site;
  /** Business time of asking, in milliseconds; a clock that was set back makes the answer unusable. */
  askedAt: number;
  isSure: boolean;
}

/** Most units that are remembered; those asked for longest ago go first. */
const most = 5_000;

/**
 * Remembers which unit a host shows and which version its content has, for as long as nobody says otherwise: the database
 * tells of changes (`hear`), and an act of this very process makes its unit doubtful before the actor gets an answer.
 * There is no time to live: what is doubtful is asked for again before it is used.
 */
export class SiteMemory implements SiteBook {
  private readonly bySlug = new Map<string, KnownSite>();
  private readonly slugById = new Map<string, string>();
  private readonly heard = new Map<string, number>();
  private readonly doubted = new Map<string, number>();
  private doubts = 0;
  /** Answers to questions asked before this count for nothing. */
  private floor = 0;
  private source: SiteDirectory | null = null;

  /** `isTold` says whether every change is heard at this moment; while it is false nothing remembered is used. */
  constructor(
    private readonly clock: Clock,
    private readonly isTold: () => boolean,
  ) {}

  /** Where to ask; filled at wiring, because the house that owns units is built after this. */
  askAt(source: SiteDirectory): void {
    this.source = source;
  }

  /** The unit of a slug as it is at this instant, without asking; null when that is not known for certain. */
  known(slug: string): Site | null {
    const found = this.bySlug.get(slug);
    if (!found?.isSure || !this.isTold()) return null;
    const now = this.clock.now().getTime();
    const { changesAt } = found.site;
    return now >= found.askedAt && (changesAt === null || now < changesAt.getTime()) ? found.site : null;
  }

  remembered(slug: string): Site | null {
    return this.bySlug.get(slug)?.site ?? null;
  }

  /** Lowest version that the unit's content can have now, as far as has been told. */
  leastVersion(tenantId: string): number {
    return this.heard.get(tenantId) ?? 0;
  }

  async siteOfSlug(slug: string): Promise<Site | null> {
    const known = this.known(slug);
    if (known) return known;
    if (!this.source) throw new Error('nobody has said where units are asked for');
    const [doubts, askedAt] = [this.doubts, this.clock.now().getTime()];
    const site = await this.source.siteOfSlug(slug);
    if (!site) {
      this.forget(slug);
      return null;
    }
    const { tenantId } = site;
    // What was heard or done while the question was on its way may be newer than the answer.
    const isSure = site.version >= (this.heard.get(tenantId) ?? 0) && (this.doubted.get(tenantId) ?? 0) <= doubts && this.floor <= doubts;
    this.remember(slug, { site, askedAt, isSure });
    return site;
  }

  /** The database says that the unit's content has this version now. */
  hear(tenantId: string, version: number): void {
    this.heard.set(tenantId, version);
    const found = this.bySlug.get(this.slugById.get(tenantId) ?? '');
    if (found && found.site.version !== version) found.isSure = false;
  }

  /** Something was committed for the unit in this process. */
  doubt(tenantId: string): void {
    this.doubted.set(tenantId, ++this.doubts);
    const found = this.bySlug.get(this.slugById.get(tenantId) ?? '');
    if (found) found.isSure = false;
  }

  /** After a time of not hearing. */
  doubtAll(): void {
    this.floor = ++this.doubts;
    for (const found of this.bySlug.values()) found.isSure = false;
  }

  private remember(slug: string, known: KnownSite): void {
    this.bySlug.delete(slug);
    this.bySlug.set(slug, known);
    this.slugById.set(known.site.tenantId, slug);
    if (this.bySlug.size <= most) return;
    const [oldest] = this.bySlug.keys();
    if (oldest !== undefined) this.forget(oldest);
  }

  private forget(slug: string): void {
    const found = this.bySlug.get(slug);
    if (!found) return;
    this.bySlug.delete(slug);
    this.slugById.delete(found.site.tenantId);
  }
}
