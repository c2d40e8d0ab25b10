import { formatThaiPhone } from '@prongsai/kernel/thai';
import { Icon } from './icons';
import { still } from './still';
import { Words } from './words';

/** First thing on every page: whose site this is and how to verify it, and the reading settings. What it says is true of this very host. */
export function IdentityStrip({ host, phone, readingHref }: { host: string; phone: string | null; readingHref: string }) {
  const isGovernment = host.split(':')[0]?.endsWith('.go.th') ?? false;
  return (
    <div class="official">
      <div class="wrap">
        <details>
          <summary>
            <Icon name="shield" />
            <span>
              <Words text={isGovernment ? 'เว็บไซต์ทางการของหน่วยงานรัฐ' : 'เว็บไซต์ของหน่วยงานรัฐ'} /> <u class="how">ตรวจสอบ<span class="wide">อย่างไร</span></u>
            </span>
          </summary>
          <p>
            ที่อยู่ของเว็บไซต์นี้คือ <b>{host}</b> {isGovernment ? 'ลงท้ายด้วย .go.th และขึ้นต้นด้วย https:// ' : 'ตรวจให้ตรงกับที่แถบที่อยู่ของท่าน '}
            {phone ? `หากไม่แน่ใจ โทรสอบถามที่ ${formatThaiPhone(phone)}` : 'หากไม่แน่ใจ สอบถามหน่วยงานโดยตรง'}
          </p>
        </details>
        <nav aria-label="การอ่าน">
          <a class="settings" href={readingHref} rel="nofollow">ตั้งค่าการอ่าน</a>
        </nav>
      </div>
    </div>
  );
}

/** The lowest browser and the reader for documents, at the foot of every page (seed 000 2.3, 001 2.3, 002 2.2). */
export const ReadingNotes = still(() => (
  <p>
    แสดงผลได้ทุกขนาดหน้าจอ เบราว์เซอร์ขั้นต่ำ Chrome{'\u00a0'}90, Edge{'\u00a0'}90, Safari{'\u00a0'}14.1, Firefox{'\u00a0'}90 · ไฟล์ PDF
    เปิดด้วยเบราว์เซอร์หรือโปรแกรมอ่าน PDF ทั่วไป
  </p>
));
