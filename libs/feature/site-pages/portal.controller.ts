import { Controller, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { anyone } from '@prongsai/platform/access';
import { portalOrigin, SETTINGS, siteOrigin, type Settings } from '@prongsai/platform/config';
import { TenantTransaction } from '@prongsai/platform/db';
import { CurrentReading, HtmlPage, PageRoute, type ReadingVariant } from '@prongsai/platform/http';
import { TenantReader, type PublicTenant } from '@prongsai/domain/tenant';
import { errorPage } from './pages/error.page';
import { findUnits, suggestDistricts } from './pages/find-units';
import { networkPage, networksPage, type PortalFrame, type Search } from './pages/portal.page';
import { freshly } from './site.controller';

const FindQuery = z.object({ q: z.string().trim().transform((asked) => asked.slice(0, 80)).optional().catch(undefined) });
type FindQuery = z.infer<typeof FindQuery>;

/** The portal: networks, their units, and a form that finds one. It shows only units whose site has opened. */
@Controller()
export class PortalController {
  private readonly frame: Omit<PortalFrame, 'reading'>;

  constructor(
    private readonly transaction: TenantTransaction,
    private readonly tenants: TenantReader,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.frame = { origin: portalOrigin(settings), isDemo: settings.demo === 'seeds', siteOf: (slug) => `${siteOrigin(settings, slug)}/` };
  }

  @PageRoute('portal', '/', { access: anyone, summary: 'Every network, and a form that finds a unit', query: FindQuery })
  async networks(@CurrentReading() reading: ReadingVariant, @Query() { q }: FindQuery): Promise<HtmlPage> {
    const { networks, units } = await this.transaction.site({}, async () => ({ networks: await this.tenants.listNetworks(), units: await this.tenants.listPublic() }));
    const shown = networks.map((network) => ({ ...network, units: units.filter(({ networkSlug }) => networkSlug === network.slug).length }));
    return new HtmlPage(networksPage({ ...this.frame, reading }, shown, searchOf(q, units)), 200, freshly);
  }

  @PageRoute('portal', '/:network', { access: anyone, summary: 'The units of a network', query: FindQuery })
  async network(@CurrentReading() reading: ReadingVariant, @Param('network') slug: string, @Query() { q }: FindQuery): Promise<HtmlPage> {
    const { network, units } = await this.transaction.site({}, async () => {
      const known = (await this.tenants.listNetworks()).find((one) => one.slug === slug);
      return { network: known, units: known ? await this.tenants.listPublic(slug) : [] };
    });
    if (!network) return new HtmlPage(errorPage(404, '/', this.frame.isDemo, reading), 404, freshly);
    return new HtmlPage(networkPage({ ...this.frame, reading }, network, units, searchOf(q, units)), 200, freshly);
  }
}

function searchOf(text: string | undefined, units: readonly PublicTenant[]): Search | null {
  if (!text) return null;
  const found = findUnits(units, text);
  return { text, found, near: found.length > 0 ? [] : suggestDistricts(units, text) };
}
