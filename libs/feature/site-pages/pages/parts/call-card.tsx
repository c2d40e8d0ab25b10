import type { PublicTenant } from '@prongsai/domain/tenant';
import type { HoursFacts } from '../hours/hours-facts';
import { HoursLines, OpenTag } from '../hours/open-now';
import { mailHref, safeHref } from '../links';
import { PhoneLink } from './contact-facts';
import { Icon } from './icons';

/** Whether a unit has given anything by which it is reached at once. */
export function hasCallCard(tenant: PublicTenant): boolean {
  return Boolean(tenant.phone || tenant.email || tenant.mapUrl);
}

/** The telephone number is a feature (DESIGN 1), and whether somebody answers it now. */
export function CallCard({ tenant, self, hours }: { tenant: PublicTenant; self: string; hours?: HoursFacts | undefined }) {
  const map = safeHref(tenant.mapUrl);
  const mail = mailHref(tenant.email);
  return (
    <section class="call" aria-labelledby="call">
      <div class="call-h">
        <h2 id="call">{tenant.phone ? `โทรหา${self}` : `ติดต่อ${self}`}</h2>
        {hours ? <OpenTag facts={hours} /> : null}
      </div>
      {tenant.phone ? (
        <p>
          <PhoneLink class="tel" phone={tenant.phone} icon />
        </p>
      ) : null}
      {hours ? <HoursLines facts={hours} /> : null}
      <p class="row">
        {map ? (
          <a class="btn sec small" href={map} rel="noopener noreferrer">
            <Icon name="map" />
            แผนที่
          </a>
        ) : null}
        {mail ? (
          <a class="btn sec small" href={mail}>
            <Icon name="mail" />
            อีเมล
          </a>
        ) : null}
        {map && mail ? null : <a class="btn sec small" href="/contact">ช่องทางติดต่อ</a>}
      </p>
    </section>
  );
}
