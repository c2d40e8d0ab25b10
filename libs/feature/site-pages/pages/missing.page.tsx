import { PhoneLink } from './parts/contact-facts';
import { SearchField } from './parts/search-field';
import { sitePage, type SiteFrame } from './parts/site-frame';
import { Words } from './parts/words';
import { unitWords } from './unit-words';

/** An address of the unit's site that shows nothing and never did (`public.not_found`). To be sent with 404. */
export function missingPage(frame: SiteFrame): string {
  const { phone } = frame.tenant;
  const words = unitWords(frame.tenant);
  return sitePage(
    frame,
    { title: 'ไม่พบหน้าที่ท่านต้องการ', path: '', hidden: true, above: [], hasOwnSearch: true },
    <div class="wrap page stack-l">
      <div class="measure stack">
        <h1>ไม่พบหน้าที่ท่านต้องการ</h1>
        <p>
          ลองค้นหา หรือกลับหน้าแรก {phone ? <>สอบถามโทร <PhoneLink phone={phone} /></> : null}
        </p>
        <SearchField name="q" label={`ค้นหาในเว็บไซต์ของ${words.self}`} isLabelShown />
      </div>
      <ul class="stack-s">
        <li>
          <a href="/">หน้าแรก</a>
        </li>
        <li>
          <a href="/c">
            <Words text="ทุกหมวดหมู่" />
          </a>
        </li>
        <li>
          <a href="/latest">
            <Words text="รายการที่เผยแพร่อยู่" />
          </a>
        </li>
        <li>
          <a href={frame.networkUrl}>
            <Words text={`หน่วยงานอื่นใน${words.province}`} />
          </a>
        </li>
      </ul>
    </div>,
  );
}
