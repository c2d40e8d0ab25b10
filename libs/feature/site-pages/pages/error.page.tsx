import type { ReadingVariant } from '@prongsai/platform/http';
import { portalPage } from './parts/portal-frame';

/** What a citizen reads instead of a code. */
export interface ErrorWords {
  heading: string;
  advice: string;
}

const notFound: ErrorWords = { heading: 'ไม่พบหน้าที่ท่านต้องการ', advice: 'ตรวจที่อยู่อีกครั้ง หรือกลับหน้าแรก' };
const unreadable: ErrorWords = { heading: 'เปิดที่อยู่นี้ไม่ได้', advice: 'ที่อยู่ไม่ครบหรือไม่ถูกต้อง เริ่มใหม่จากหน้าแรก' };
const tooLarge: ErrorWords = { heading: 'ข้อมูลที่ส่งมาใหญ่เกินกำหนด', advice: 'เริ่มใหม่จากหน้าแรก' };
const later: ErrorWords = { heading: 'บริการใช้ไม่ได้ชั่วคราว', advice: 'รอสักครู่แล้วเปิดหน้านี้อีกครั้ง' };

const byStatus: Record<number, ErrorWords> = {
  404: notFound,
  410: notFound,
  413: tooLarge,
  429: { heading: 'เปิดหน้านี้ถี่เกินไป', advice: 'รอสักครู่แล้วเปิดอีกครั้ง' },
  431: tooLarge,
  500: { heading: 'ระบบขัดข้อง', advice: 'ได้บันทึกไว้ให้ผู้ดูแลแล้ว รอสักครู่แล้วเปิดหน้านี้อีกครั้ง' },
};

/** The words for an HTTP status; every 4xx and 5xx has some. */
export function errorWords(status: number): ErrorWords {
  return byStatus[status] ?? (status >= 500 ? later : unreadable);
}

/** An error on a host that may show no unit: nothing of any unit is in it. `home` is where to begin again. */
export function errorPage(status: number, home: string, isDemo: boolean, reading: ReadingVariant = 's0c0'): string {
  const { heading, advice } = errorWords(status);
  return portalPage(
    { title: heading, home, isDemo, reading, hidden: true },
    <div class="wrap band stack-l">
      <div class="measure stack">
        <h1>{heading}</h1>
        <p>{advice}</p>
      </div>
      <p class="row">
        <a class="btn" href={home}>หน้าแรก</a>
      </p>
    </div>,
  );
}
