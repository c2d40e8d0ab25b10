import type { ComponentChildren } from 'preact';
import type { Category } from '@prongsai/domain/taxonomy';
import type { PublicTenant } from '@prongsai/domain/tenant';
import { unitWords } from '../unit-words';
import { ContactFacts } from './contact-facts';
import { htmlDocument, type PageHead } from './html-document';
import { Icon } from './icons';
import { IdentityStrip, ReadingNotes } from './service-notes';
import { PlaceNames, Words } from './words';

/** What every page of a unit's site is drawn with. */
export interface SiteFrame {
  tenant: PublicTenant;
  /** The unit's categories of the year, in the framework's order. */
  categories: readonly Category[];
  /** `http://kapho.localhost:8080`. */
  origin: string;
  /** The portal's page of the unit's network. */
  networkUrl: string;
}

/** A place in the menu or on the way to the page. */
export interface Place {
  label: string;
  href: string;
}

interface PageOptions extends Omit<PageHead, 'title' | 'canonical'> {
  /** Title of the page; the unit's name follows it. Empty on the home page. */
  title: string;
  /** Path of the page, for the menu and the canonical address. */
  path: string;
  /** The places above the page, home excepted; the page itself comes last when `above` is empty. */
  above?: readonly Place[];
}

/** Groups whose first category has a place in the menu, with the short words that people know. */
const menuGroups = [
  ['citizen_manual', 'คู่มือสำหรับประชาชน'],
  ['news', 'ข่าวประชาสัมพันธ์'],
  ['procurement', 'จัดซื้อจัดจ้าง'],
  ['basic', 'ข้อมูลหน่วยงาน'],
] as const;

/** Path of a category on its unit's site. */
export function categoryPath(code: string): string {
  return `/c/${encodeURIComponent(code)}`;
}

function menuOf(categories: readonly Category[]): Place[] {
  const groups = menuGroups.flatMap(([group, label]) => {
    const category = categories.find(({ requirementGroup }) => requirementGroup === group);
    return category ? [{ label, href: categoryPath(category.code) }] : [];
  });
  return [{ label: 'หน้าแรก', href: '/' }, { label: 'เผยแพร่ล่าสุด', href: '/latest' }, ...groups, { label: 'ติดต่อเรา', href: '/contact' }];
}

/** A page of a unit's site around its main content. */
export function sitePage(frame: SiteFrame, { title, path, above, ...head }: PageOptions, main: ComponentChildren): string {
  const { tenant } = frame;
  const words = unitWords(tenant);
  const menu = menuOf(frame.categories);
  const name = `${tenant.nameTh} ${tenant.nameTh.includes(words.province) ? '' : words.province}`.trim();
  const entries = menu.map(({ label, href }) => (
    <li>
      <a href={href} aria-current={href === path ? 'page' : undefined}>
        <Words text={label} />
      </a>
    </li>
  ));
  return htmlDocument(
    { ...head, title: title ? `${title} - ${tenant.nameTh}` : name, canonical: head.hidden ? undefined : `${frame.origin}${path}` },
    <PlaceNames.Provider value={words.names}>
      <a class="skip" href="#main">ข้ามไปเนื้อหาหลัก</a>
      <IdentityStrip host={new URL(frame.origin).host} phone={tenant.phone} />
      <header class="site">
        <div class="wrap">
          <a class="brand" href="/">
            <span class="mark" aria-hidden="true">{words.monogram}</span>
            <span>
              <b>
                <Words text={tenant.nameTh} />
              </b>
              <span class="xs">
                <Words text={words.province} />
              </span>
            </span>
          </a>
          <a class="menu-btn" href="#menu">
            <Icon name="menu" />
            เมนู
          </a>
        </div>
      </header>
      <nav class="mainnav" aria-label="เมนูหลัก">
        <div class="wrap">
          <ul>{entries}</ul>
        </div>
      </nav>
      {above ? <Crumbs above={above} here={title} /> : null}
      <main id="main">{main}</main>
      <footer class="foot">
        <div class="wrap cols">
          <div>
            <h2>ติดต่อ{words.self}</h2>
            <p>
              <Words text={tenant.nameTh} />
            </p>
            <ContactFacts tenant={tenant} />
          </div>
          <nav id="menu" aria-label="เมนูท้ายหน้า">
            <h2>เมนู</h2>
            <ul>{entries}</ul>
          </nav>
          <nav aria-label="หน่วยงานอื่น">
            <h2>
              <Words text="หน่วยงานที่เกี่ยวข้อง" />
            </h2>
            <ul>
              <li>
                <a href={frame.networkUrl}>
                  <Words text={`หน่วยงานสาธารณสุขใน${words.province}`} />
                </a>
              </li>
            </ul>
          </nav>
        </div>
        <div class="end">
          <div class="wrap stack-s">
            <p>
              <Words text={`สังกัด${words.parents}`} />
            </p>
            {tenant.note ? <p>{tenant.note}</p> : null}
            <ReadingNotes />
          </div>
        </div>
      </footer>
    </PlaceNames.Provider>,
  );
}

/** A page with a category above it has its title right below: it is not said twice. */
function Crumbs({ above, here }: { above: readonly Place[]; here: string }) {
  return (
    <div class="wrap">
      <nav class="crumbs" aria-label="ตำแหน่งหน้า">
        <ol>
          {[{ label: 'หน้าแรก', href: '/' }, ...above].map(({ label, href }) => (
            <li>
              <a href={href}>
                <Words text={label} />
              </a>
            </li>
          ))}
          {above.length > 0 ? null : (
            <li aria-current="page">
              <Words text={here} />
            </li>
          )}
        </ol>
      </nav>
    </div>
  );
}
