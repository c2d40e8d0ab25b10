import type { PassThrough } from 'node:stream';
import { Controller, Query } from '@nestjs/common';
import { z } from 'zod';
import { inNetwork, inTenant, type NetworkActor, type TenantActor } from '@prongsai/platform/access';
import { ApiRoute, CurrentActor, EventStream } from '@prongsai/platform/http';
import { LiveHub } from './live-hub';

/** `once` ends after the greeting: for whoever only wants to know whether listening is possible. */
const LiveQuery = z.object({ once: z.enum(['1']).optional() });
type LiveQuery = z.infer<typeof LiveQuery>;

/**
 * Server-sent events: `ready` (ask for everything again) and `changed` with the kinds of record that changed, never their
 * content. Only for a unit's own members: a network role's every look into a unit is an entry in its trail.
 */
@Controller()
export class LiveController {
  constructor(private readonly hub: LiveHub) {}

  @ApiRoute('GET', '/tenants/:slug/live', { access: inTenant('read', 'Publication'), summary: 'Tells as it happens that something in the unit has changed (server-sent events)', query: LiveQuery })
  ofTenant(@CurrentActor() actor: TenantActor, @Query() { once }: LiveQuery): EventStream {
    return streamOf(this.hub.ofTenant(actor), once);
  }

  @ApiRoute('GET', '/networks/:network/live', { access: inNetwork('read', 'Network'), summary: 'Tells as it happens that something in the network has changed (server-sent events)', query: LiveQuery })
  ofNetwork(@CurrentActor() actor: NetworkActor, @Query() { once }: LiveQuery): EventStream {
    return streamOf(this.hub.ofNetwork(actor), once);
  }
}

function streamOf(stream: PassThrough, once: LiveQuery['once']): EventStream {
  if (once) stream.end();
  return new EventStream(stream);
}
