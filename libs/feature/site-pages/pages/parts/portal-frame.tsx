import type { ComponentChildren } from 'preact';
import type { ReadingVariant } from '@prongsai/platform/http';
import { htmlDocument, type PageHead } from './html-document';
import { Icon } from './icons';
import { ReadingNotes } from './service-notes';
import { Words } from './words';

export const portalName = 'เว็บไซต์หน่วยงานสาธารณสุข';

interface PortalOptions extends PageHead {
  /** Address of the portal's first page. */
  home: string;
  /** The contents are a demonstration (`system.demo`). */
  isDemo: boolean;
  reading?: ReadingVariant;
  /** Where the reading settings lead back to; left out where the page knows no host of its own. */
  here?: string;
}

/** A page that belongs to no unit: the portal, and errors. It names no unit but those that its main content lists. */
export function portalPage({ home, isDemo, reading = 's0c0', here, ...head }: PortalOptions, main: ComponentChildren): string {
  return htmlDocument(
    { reading, siteName: portalName },
    head,
    <>
      <a class="skip" href="#main">ข้ามไปเนื้อหาหลัก</a>
      <header class="site">
        <div class="wrap">
          <a class="brand" href={home}>
            <span class="mark" aria-hidden="true">
              <Icon name="shield" />
            </span>
            <span>
              <b>
                <Words text={portalName} />
              </b>
              <span class="xs">โปร่งใส</span>
            </span>
          </a>
        </div>
      </header>
      <main id="main">{main}</main>
      <footer class="foot">
        <div class="end">
          <div class="wrap stack-s">
            {isDemo ? <p>ระบบสาธิต ข้อมูลที่สมมติขึ้นระบุไว้ในแต่ละหน้า</p> : null}
            {here === undefined ? null : (
              <p>
                <a href={`/reading?back=${encodeURIComponent(here)}`} rel="nofollow">ตั้งค่าการอ่าน</a>
              </p>
            )}
            <ReadingNotes />
          </div>
        </div>
      </footer>
    </>,
  );
}
