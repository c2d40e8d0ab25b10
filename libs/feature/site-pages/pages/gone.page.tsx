import { formatThaiDate, formatThaiPhone } from '@prongsai/kernel/thai';
import type { EndedLink } from '@prongsai/domain/publishing';
import type { PublicTenant } from '@prongsai/domain/tenant';
import { PhoneLink } from './parts/contact-facts';
import { sitePage, type SiteFrame } from './parts/site-frame';
import { Words } from './parts/words';

const headings: Record<EndedLink['endedAs'], string> = {
  expired: 'ข้อมูลนี้ครบระยะเวลาเผยแพร่แล้ว',
  withdrawn: 'ข้อมูลนี้นำลงแล้ว',
  superseded: 'ข้อมูลนี้มีฉบับใหม่แทนแล้ว',
};

/** Why the permanent link shows nothing, without where to ask (`public.expired`, `public.withdrawn`). */
export function goneReason(ended: EndedLink): string {
  // A period ends with its last day: the instant after it belongs to the next.
  const lastMoment = ended.endedAs === 'expired' ? new Date(ended.endedAt.getTime() - 1) : ended.endedAt;
  const day = formatThaiDate(lastMoment, 'long');
  if (ended.endedAs === 'expired') return `ข้อมูลนี้ครบระยะเวลาเผยแพร่เมื่อ ${day}`;
  if (ended.endedAs === 'superseded') return `ข้อมูลนี้มีฉบับใหม่แทนเมื่อ ${day}`;
  return ['ข้อมูลนี้นำลงแล้วเมื่อ', day, ended.explanation?.trim()].filter(Boolean).join(' ');
}

/** The same in one sentence with the unit's telephone, for a search engine's or a reader's summary. */
export function goneText(ended: EndedLink, tenant: Pick<PublicTenant, 'phone'>): string {
  return `${goneReason(ended)}${tenant.phone ? ` สอบถามได้ที่ ${formatThaiPhone(tenant.phone)}` : ''}`;
}

/** A permanent link, or a file of it, that has come down: it says why and leads onward (SPEC 8). To be sent with 410. */
export function gonePage(frame: SiteFrame, ended: EndedLink): string {
  const { phone } = frame.tenant;
  return sitePage(
    frame,
    { title: headings[ended.endedAs], path: '', hidden: true, above: [], description: goneText(ended, frame.tenant) },
    <div class="wrap page stack-l">
      <div class="measure stack">
        <h1>
          <Words text={headings[ended.endedAs]} />
        </h1>
        <p class="note">
          <Words text={goneReason(ended)} /> {phone ? <>สอบถามได้ที่ <PhoneLink phone={phone} /></> : <a href="/contact">ดูช่องทางสอบถาม</a>}
        </p>
      </div>
      <p class="row">
        <a class="btn" href="/latest">ดูรายการที่เผยแพร่อยู่</a>
        <a class="btn sec" href="/">หน้าแรก</a>
      </p>
    </div>,
  );
}
