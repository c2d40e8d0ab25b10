import { formatThaiDate, formatThaiPhone } from '@prongsai/kernel/thai';
import type { EndedLink, PublicationLine } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import type { PublicTenant } from '@prongsai/domain/tenant';
import { PhoneLink } from './parts/contact-facts';
import { NewsList } from './parts/publication-lines';
import { SearchField } from './parts/search-field';
import { categoryPath, sitePage, type SiteFrame } from './parts/site-frame';
import { Words } from './parts/words';
import { shortTitle } from './short-title';
import { unitWords } from './unit-words';

/** An ended link, and what stands now in the category where it stood. */
export interface GoneFacts {
  ended: EndedLink;
  /** Null when the unit's framework no longer names it. */
  category: Category | null;
  others: readonly PublicationLine[];
}

const headings: Record<EndedLink['endedAs'], string> = {
  expired: 'ข้อมูลนี้ครบระยะเวลาเผยแพร่แล้ว',
  withdrawn: 'ข้อมูลนี้นำลงแล้ว',
  in_error: 'ไม่มีข้อมูลที่ลิงก์นี้แล้ว',
  superseded: 'ข้อมูลนี้มีฉบับใหม่แทนแล้ว',
};

/** Why the permanent link shows nothing, without where to ask (`public.expired`, `public.withdrawn`). */
export function goneReason(ended: EndedLink): string {
  // A period ends with its last day: the instant after it belongs to the next.
  const lastMoment = ended.endedAs === 'expired' ? new Date(ended.endedAt.getTime() - 1) : ended.endedAt;
  const day = formatThaiDate(lastMoment, 'long');
  if (ended.endedAs === 'expired') return `ข้อมูลนี้ครบระยะเวลาเผยแพร่เมื่อ ${day}`;
  if (ended.endedAs === 'superseded') return `ข้อมูลนี้มีฉบับใหม่แทนเมื่อ ${day}`;
  if (ended.endedAs === 'in_error') return 'รายการที่ลิงก์นี้เผยแพร่โดยผิดพลาด หน่วยงานนำลงแล้ว';
  return ['ข้อมูลนี้นำลงแล้วเมื่อ', day, ended.explanation?.trim()].filter(Boolean).join(' ');
}

/** The same in one sentence with the unit's telephone, for a search engine's or a reader's summary. */
export function goneText(ended: EndedLink, tenant: Pick<PublicTenant, 'phone'>): string {
  return `${goneReason(ended)}${tenant.phone ? ` สอบถามได้ที่ ${formatThaiPhone(tenant.phone)}` : ''}`;
}

/** A permanent link, or a file of it, that has come down: it says why and leads onward (SPEC 8). To be sent with 410. */
export function gonePage(frame: SiteFrame, { ended, category, others }: GoneFacts): string {
  const { phone } = frame.tenant;
  return sitePage(
    frame,
    { title: headings[ended.endedAs], path: '', hidden: true, above: category ? [{ label: shortTitle(category), href: categoryPath(category.code) }] : [], hasOwnSearch: true, description: goneText(ended, frame.tenant) },
    <div class="wrap page stack-l">
      <div class="measure stack">
        <h1>
          <Words text={headings[ended.endedAs]} />
        </h1>
        <p class="note">
          <Words text={goneReason(ended)} /> {phone ? <>สอบถามได้ที่ <PhoneLink phone={phone} /></> : <a href="/contact">ดูช่องทางสอบถาม</a>}
        </p>
      </div>
      {category && others.length > 0 ? (
        <section class="measure stack-s" aria-labelledby="others">
          <h2 id="others" class="lb">
            <Words text={`เผยแพร่อยู่ในหมวด${shortTitle(category)}`} />
          </h2>
          <NewsList lines={others} categoryTitle={() => null} />
        </section>
      ) : null}
      <div class="measure">
        <SearchField name="q" label={`ค้นหาในเว็บไซต์ของ${unitWords(frame.tenant).self}`} isLabelShown />
      </div>
      <p class="row">
        <a class="btn sec" href="/latest">ดูรายการที่เผยแพร่อยู่</a>
        <a class="btn sec" href="/">หน้าแรก</a>
        <a class="btn sec" href={frame.networkUrl}>
          <span>
            <Words text="หน่วยงานอื่นในจังหวัด" />
          </span>
        </a>
      </p>
    </div>,
  );
}
