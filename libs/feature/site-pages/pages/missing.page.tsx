import { PhoneLink } from './parts/contact-facts';
import { sitePage, type SiteFrame } from './parts/site-frame';

/** An address of the unit's site that shows nothing and never did (`public.not_found`). To be sent with 404. */
export function missingPage(frame: SiteFrame): string {
  const { phone } = frame.tenant;
  return sitePage(
    frame,
    { title: 'ไม่พบหน้าที่ท่านต้องการ', path: '', hidden: true, above: [] },
    <div class="wrap page stack-l">
      <div class="measure stack">
        <h1>ไม่พบหน้าที่ท่านต้องการ</h1>
        <p>
          ตรวจที่อยู่อีกครั้ง ดูรายการที่เผยแพร่อยู่ หรือกลับหน้าแรก {phone ? <>สอบถามโทร <PhoneLink phone={phone} /></> : null}
        </p>
      </div>
      <p class="row">
        <a class="btn" href="/">หน้าแรก</a>
        <a class="btn sec" href="/latest">ดูรายการที่เผยแพร่อยู่</a>
      </p>
    </div>,
  );
}
