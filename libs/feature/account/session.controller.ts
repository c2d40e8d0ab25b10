import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoBody, SessionView, SignIn } from '@prongsai/kernel/contracts';
import { anyone, signedIn, type Actor } from '@prongsai/platform/access';
import { AUTHENTICATOR, signIn, signOut, type AuthenticatorHolder } from '@prongsai/platform/auth';
import { SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { ApiRoute, CurrentActor } from '@prongsai/platform/http';
import { MemberReader } from '@prongsai/domain/people';

/** Signing in and out, and who is signed in. */
@Controller()
export class SessionController {
  constructor(
    private readonly members: MemberReader,
    @Inject(AUTHENTICATOR) private readonly passport: AuthenticatorHolder,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @ApiRoute('POST', '/session', { access: anyone, summary: 'Sign in with e-mail and password', body: SignIn, response: SessionView })
  async create(@Body() _credentials: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.view(await signIn(this.passport, request, reply));
  }

  @ApiRoute('GET', '/session', { access: signedIn, summary: 'The signed-in person with units and networks', response: SessionView })
  show(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.view(actor.accountId as string);
  }

  @ApiRoute('DELETE', '/session', { access: signedIn, summary: 'Sign out', body: NoBody, status: 204 })
  async end(@Req() request: FastifyRequest): Promise<void> {
    await signOut(request);
  }

  private async view(accountId: string): Promise<SessionView> {
    const places = await this.members.placesOf(accountId);
    return {
      account: places.account,
      memberships: places.memberships.map(({ roles, ...tenant }) => ({ tenant: { ...tenant, siteUrl: siteOrigin(this.settings, tenant.slug) }, roles })),
      networks: places.networks,
    };
  }
}
