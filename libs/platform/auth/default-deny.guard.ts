import crypto from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notFound, Refusal } from '@prongsai/kernel/core';
import { isAllowed, networkAbility, type Actor, type Permission } from '@prongsai/platform/access';
import { SETTINGS, type Settings } from '@prongsai/platform/config';
import { hostOf, SITE_DIRECTORY, slugOf, surfaceOf, type RoutePromise, type SiteBook } from '@prongsai/platform/http';
import { ACTOR_DIRECTORY, type ActorDirectory, type Standing } from './ports';

const nobody: Standing<Actor> = { person: null, actor: null };
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * After routing and before anything else: which unit, who, and may they. A route that promises nothing is refused,
 * so that forgetting a rule closes a door instead of opening one.
 */
@Injectable()
export class DefaultDenyGuard implements CanActivate {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(SITE_DIRECTORY) private readonly sites: SiteBook,
    @Inject(ACTOR_DIRECTORY) private readonly actors: ActorDirectory,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const promise = request.routeOptions.config.promise;
    if (!promise) notFound();
    if (promise.surface !== 'any' && surfaceOf(request.headers.host, this.settings) !== promise.surface) notFound();
    const citizens = promise.surface === 'site' || promise.surface === 'portal';
    if (citizens && !this.settings.roles.has('site')) notFound();
    if (promise.surface === 'site') await this.admitToSite(request, promise);
    if (promise.surface === 'console') this.checkOrigin(request, promise);
    if (promise.access.kind !== 'public') await this.admitActor(request, promise);
    return true;
  }

  /** A page that is read from the database anyway asks for its unit in the same breath; everything else asks first. */
  private async admitToSite(request: FastifyRequest, { kept }: RoutePromise): Promise<void> {
    const slug = slugOf(request.headers.host, this.settings.baseDomain);
    if (!slug) notFound();
    const remembered = kept ? this.sites.remembered(slug) : null;
    request.site = remembered ?? (await this.sites.siteOfSlug(slug)) ?? notFound();
    request.isSiteDoubtful = remembered !== null && this.sites.known(slug) === null;
  }

  /** A sibling subdomain is same-site for a cookie, so the Origin must be the console's own, exactly (SPEC 18). */
  private checkOrigin(request: FastifyRequest, promise: RoutePromise): void {
    if (safeMethods.has(request.method)) return;
    const own = `${this.settings.publicScheme}://${hostOf(request.headers.host)}${/:\d+$/.exec(request.headers.host ?? '')?.[0] ?? ''}`;
    const fetchSite = request.headers['sec-fetch-site'];
    const foreignFetch = promise.access.kind !== 'public' && fetchSite !== undefined && fetchSite !== 'same-origin';
    if (request.headers.origin !== own || foreignFetch) {
      throw new Refusal('BAD_ORIGIN', { detail: 'เปิดหน้าเจ้าหน้าที่ของระบบ แล้วทำรายการจากหน้านั้น' });
    }
  }

  private async admitActor(request: FastifyRequest, { access }: RoutePromise): Promise<void> {
    const id = (request.user as { id?: string } | null | undefined)?.id;
    const { person, actor } = id ? await this.standingOf(id, request, access) : nobody;
    if (!person) throw new Refusal('NOT_SIGNED_IN', { detail: 'หมดเวลาการใช้งานหรือยังไม่ได้เข้าระบบ เข้าระบบอีกครั้ง ข้อความที่พิมพ์ยังอยู่' });
    // Another tenant or network looks exactly like one that does not exist.
    if (!actor) notFound();
    if (access.kind === 'tenant' || access.kind === 'network') this.checkPermission(actor, access.permission);
    request.actor = { ...actor, repeat: repeatKeyOf(request) };
  }

  private async standingOf(accountId: string, request: FastifyRequest, access: RoutePromise['access']): Promise<Standing<Actor>> {
    const params = request.params as Record<string, string>;
    if (access.kind === 'tenant') return this.actors.findInTenant(accountId, params['slug'] ?? '', `${request.method} ${request.routeOptions.url ?? ''}`);
    if (access.kind === 'network') return this.actors.findInNetwork(accountId, params['network'] ?? '');
    const person = await this.actors.findPerson(accountId);
    return { person, actor: person && { accountId, name: person.name, roles: [], ability: networkAbility([], 'network') } };
  }

  private checkPermission(actor: Actor, [act, type]: Permission): void {
    if (!isAllowed(actor.ability, act, type)) {
      throw new Refusal('NOT_ALLOWED', { detail: 'ท่านไม่มีสิทธิทำรายการนี้ ติดต่อหัวหน้าหน่วยงานหรือผู้ดูแลระบบระดับจังหวัด' });
    }
  }
}

function repeatKeyOf(request: FastifyRequest): Actor['repeat'] {
  const key = request.headers['idempotency-key'];
  if (request.method !== 'POST' || typeof key !== 'string' || key === '' || key.length > 200) return undefined;
  const fingerprint = crypto.createHash('sha256').update(`${request.url}\n${JSON.stringify(request.body ?? null)}`).digest('hex');
  return { key, fingerprint };
}
