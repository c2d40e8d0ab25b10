import type { ReadingVariant } from '@prongsai/platform/http';
import type { ComponentChildren } from 'preact';
import { portalPage } from './parts/portal-frame';
import { sitePage, type SiteFrame } from './parts/site-frame';

/** Where to go after the settings: a path of this very host; home for anything else. */
export function pathBack(text: string | undefined): string {
  return text !== undefined && text.length <= 1_000 && /^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(text) ? text : '/';
}

const sizes = [['0', 'ปกติ'], ['1', 'ใหญ่'], ['2', 'ใหญ่มาก']] as const;
const contrasts = [['0', 'ปกติ'], ['1', 'สูง']] as const;

function Choice({ name, legend, choices, chosen }: { name: string; legend: string; choices: ReadonlyArray<readonly [string, string]>; chosen: string }) {
  return (
    <fieldset class={`choice ${name}`}>
      <legend>{legend}</legend>
      {choices.map(([value, label]) => (
        <label class={`of-${value}`}>
          <input type="radio" name={name} value={value} checked={value === chosen} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A plain form, sent without script; the answer sets the cookie and leads back. */
function Settings({ reading, back }: { reading: ReadingVariant; back: string }): ComponentChildren {
  return (
    <div class="wrap page stack">
      <header class="stack-s">
        <h1>ตั้งค่าการอ่าน</h1>
        <p class="muted measure">ใช้กับเบราว์เซอร์เครื่องนี้เท่านั้น จำไว้หนึ่งปีด้วยคุกกี้หนึ่งตัวที่ไม่ระบุตัวท่าน</p>
      </header>
      <form class="stack measure" method="post" action="/reading">
        <input type="hidden" name="back" value={back} />
        <Choice name="size" legend="ขนาดตัวอักษร" choices={sizes} chosen={reading.charAt(1)} />
        <Choice name="contrast" legend="ความต่างสี" choices={contrasts} chosen={reading.charAt(3)} />
        <p class="row">
          <button class="btn" type="submit">ใช้การตั้งค่านี้</button>
          <a class="btn sec" href={back}>กลับโดยไม่เปลี่ยน</a>
        </p>
      </form>
      <p class="sm muted measure">เบราว์เซอร์ของท่านขยายหน้าได้เองด้วย กด Ctrl กับ + หรือถ่างนิ้วบนจอโทรศัพท์</p>
    </div>
  );
}

/** Reading settings on a unit's site. */
export function readingPage(frame: SiteFrame, back: string): string {
  return sitePage(frame, { title: 'ตั้งค่าการอ่าน', path: '/reading', here: '', above: [], hidden: true }, <Settings reading={frame.reading} back={back} />);
}

/** Reading settings on the portal. */
export function portalReadingPage(frame: { isDemo: boolean; reading: ReadingVariant }, back: string): string {
  return portalPage({ title: 'ตั้งค่าการอ่าน', home: '/', isDemo: frame.isDemo, reading: frame.reading, hidden: true }, <Settings reading={frame.reading} back={back} />);
}
