import type { ComponentChildren } from 'preact';
import { formatThaiPhone } from '@prongsai/kernel/thai';
import { contactFields, type PublicTenant } from '@prongsai/domain/tenant';
import { mailHref, phoneParts, safeHref, telHref } from '../links';
import { Icon } from './icons';
import { Words } from './words';

/** A telephone number as a link that dials it; plain text when it is no number. A remark in brackets stands behind it. */
export function PhoneLink({ phone, class: name, icon, itemProp }: { phone: string; class?: string; icon?: boolean; itemProp?: string }) {
  const href = telHref(phone);
  const { number, remark } = phoneParts(phone);
  const shown = (
    <>
      {icon ? <Icon name="phone" /> : null}
      <span class="nb">{formatThaiPhone(number)}</span>
    </>
  );
  return (
    <>
      {href ? <a class={name} href={href} itemProp={itemProp}>{shown}</a> : <span class={name} itemProp={itemProp}>{shown}</span>}
      {remark ? <> <span class="remark nb">{remark}</span></> : null}
    </>
  );
}

/** The five contact facts that MOIT 2 item 1.7 asks for, as rows of a definition list; what the unit has not given is left out. */
export function contactRows(tenant: PublicTenant): Array<[string, ComponentChildren]> {
  const map = safeHref(tenant.mapUrl);
  const mail = mailHref(tenant.email);
  const rows: Array<[string, ComponentChildren]> = [
    [contactFields.address, tenant.address ? <span itemProp="address"><Words text={tenant.address} /></span> : null],
    [contactFields.phone, tenant.phone ? <PhoneLink phone={tenant.phone} itemProp="telephone" /> : null],
    [contactFields.fax, tenant.fax ? <Fax fax={tenant.fax} /> : null],
    [contactFields.email, mail ? <a href={mail} itemProp="email">{tenant.email}</a> : tenant.email],
    [contactFields.mapUrl, map ? <a href={map} itemProp="hasMap" rel="noopener noreferrer">เปิดแผนที่</a> : null],
  ];
  return rows.filter(([, value]) => value !== null);
}

function Fax({ fax }: { fax: string }) {
  const { number, remark } = phoneParts(fax);
  return (
    <>
      <span class="nb" itemProp="faxNumber">{formatThaiPhone(number)}</span>
      {remark ? ` ${remark}` : null}
    </>
  );
}

/** The facts in the footer. */
export function ContactFacts({ tenant }: { tenant: PublicTenant }) {
  return (
    <dl>
      {contactRows(tenant).map(([label, value]) => (
        <div>
          <dt>
            <Words text={label} />
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
