import type { HoursFacts } from './hours/hours-facts';
import { HoursLines, OpenTag } from './hours/open-now';
import { contactRows, PhoneLink } from './parts/contact-facts';
import { sitePage, type SiteFrame } from './parts/site-frame';
import { Words } from './parts/words';
import { unitWords } from './unit-words';

/** The five contact facts of a unit on one page (MOIT 2 item 1.7). */
export function contactPage(frame: SiteFrame, hours?: HoursFacts): string {
  const { tenant } = frame;
  const words = unitWords(tenant);
  const head = tenant.headTitle;
  return sitePage(
    frame,
    { title: 'ติดต่อเรา', path: '/contact', above: [], description: `ที่อยู่ โทรศัพท์ โทรสาร อีเมล และแผนที่ของ${tenant.nameTh}` },
    <div class="wrap page stack-l">
      <header class="stack-s">
        <h1>
          <Words text={`ติดต่อ${words.self}`} />
        </h1>
        <p class="muted">
          <Words text={tenant.nameTh} />
          {tenant.nameEn ? <><br /><span lang="en">{tenant.nameEn}</span></> : null}
        </p>
        {tenant.phone ? <p><PhoneLink class="tel" phone={tenant.phone} icon /></p> : null}
        {hours ? <><p><OpenTag facts={hours} /></p><HoursLines facts={hours} /></> : null}
      </header>
      <dl class="dl measure" itemScope itemType={words.schemaType}>
        <meta itemProp="name" content={tenant.nameTh} />
        {contactRows(tenant).map(([label, value]) => (
          <div>
            <dt>
              <Words text={label} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
        {head ? (
          <div>
            <dt>
              <Words text="หัวหน้าหน่วยงาน" />
            </dt>
            <dd>
              <Words text={head} />
            </dd>
          </div>
        ) : null}
      </dl>
      <p class="row">
        <a class="btn sec" href="/people">บุคลากร</a>
        <a class="btn sec" href={frame.networkUrl}>
          <span>
            <Words text={`หน่วยงานอื่นใน${words.province}`} />
          </span>
        </a>
      </p>
    </div>,
  );
}
