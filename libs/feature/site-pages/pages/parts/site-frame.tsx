import type { ComponentChildren, VNode } from 'preact';
import type { ReadingVariant } from '@prongsai/platform/http';
import type { Category } from '@prongsai/domain/taxonomy';
import type { PublicTenant } from '@prongsai/domain/tenant';
import { unitWords } from '../unit-words';
import { ContactFacts } from './contact-facts';
import { htmlDocument, type PageHead } from './html-document';
import { Icon } from './icons';
import { SearchField } from './search-field';
import { IdentityStrip, ReadingNotes } from './service-notes';
import { drawn, still } from './still';
import { withPlaceNames, Words } from './words';

/** What every page of a unit's site is drawn with. */
export interface SiteFrame {
  tenant: PublicTenant;
  /** The unit's categories of the year, in the framework's order. */
  categories: readonly Category[];
  /** `http://kapho.localhost:8080`. */
  origin: string;
  /** The portal's page of the unit's network. */
  networkUrl: string;
  /** Whether the unit has entered clinics, which then have a place in the menu. */
  hasClinics: boolean;
  reading: ReadingVariant;
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
  /** Path with the normalised query, where the reading settings lead back to; the path when left out. */
  here?: string;
  /** The places above the page, home excepted; the page itself comes last when `above` is empty. */
  above?: readonly Place[];
  /** Pages that begin with a search of their own have none in the header. */
  hasOwnSearch?: boolean;
}

/** Groups whose first category has a place in the menu, with the short words that people know. */
const menuGroups = [
  ['citizen_manual', 'คู่มือสำหรับประชาชน'],
  ['news', 'ข่าวประชาสัมพันธ์'],
  ['procurement', 'จัดซื้อจัดจ้าง'],
  ['basic', 'ข้อมูลหน่วยงาน'],
] as const;

/** Policies of the service, the same on every unit's site. */
export const policyPlaces: readonly Place[] = [
  { label: 'การเข้าถึงสำหรับทุกคน', href: '/about/accessibility' },
  { label: 'นโยบายความเป็นส่วนตัว', href: '/about/privacy' },
  { label: 'นโยบายเว็บไซต์และความปลอดภัย', href: '/about/site' },
];

/** Path of a category on its unit's site. */
export function categoryPath(code: string): string {
  return `/c/${encodeURIComponent(code)}`;
}

function menuOf({ categories, hasClinics }: SiteFrame): Place[] {
  const groups = menuGroups.flatMap(([group, label]) => {
    const category = categories.find(({ requirementGroup }) => requirementGroup === group);
    return category ? [{ label, href: categoryPath(category.code) }] : [];
  });
  return [{ label: 'หน้าแรก', href: '/' }, ...(hasClinics ? [{ label: 'ตารางคลินิก', href: '/clinics' }] : []), ...groups, { label: 'ทุกหมวดหมู่', href: '/c' }, { label: 'บุคลากร', href: '/people' }, { label: 'ติดต่อเรา', href: '/contact' }];
}

/** A page of a unit's site around its main content. */
export function sitePage(frame: SiteFrame, { title, path, here = path, above, hasOwnSearch, ...head }: PageOptions, main: ComponentChildren): string {
  const { tenant } = frame;
  const words = unitWords(tenant);
  const menu = menuOf(frame);
  const name = `${tenant.nameTh} ${tenant.nameTh.includes(words.province) ? '' : words.province}`.trim();
  const section = menu.find(({ href }) => href === path) ?? menu.find(({ href }) => above?.some((place) => place.href === href));
  return withPlaceNames(words.names, () => {
    const Entries = drawn(
      <>
        {menu.map(({ label, href }) => (
          <li>
            <a href={href} aria-current={href !== section?.href ? undefined : href === path ? 'page' : 'true'}>
              <Words text={label} />
            </a>
          </li>
        ))}
      </>,
    );
    return htmlDocument(
      { reading: frame.reading, siteName: tenant.nameTh, feed: '/feed.xml' },
      { ...head, title: title ? `${title} - ${tenant.nameTh}` : name, canonical: head.hidden ? undefined : `${frame.origin}${path}` },
      <>
        <a class="skip" href="#main">ข้ามไปเนื้อหาหลัก</a>
        <IdentityStrip host={new URL(frame.origin).host} phone={tenant.phone} readingHref={here ? `/reading?back=${encodeURIComponent(here)}` : '/reading'} />
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
            {hasOwnSearch ? null : <SearchField name="site-q" label={`ค้นหาในเว็บไซต์ของ${words.self}`} />}
            <a class="menu-btn" href="#menu">
              <Icon name="menu" />
              เมนู
            </a>
          </div>
        </header>
        <nav class="mainnav" aria-label="เมนูหลัก">
          <div class="wrap">
            <ul>
              <Entries />
            </ul>
          </div>
        </nav>
        {above ? <Crumbs above={above} here={title} /> : null}
        <main id="main">{main}</main>
        <Foot frame={frame} Entries={Entries} />
      </>,
    );
  });
}

const AboutEntries = still(() => (
  <>
    {policyPlaces.map(({ label, href }) => (
      <li>
        <a href={href}>
          <Words text={label} />
        </a>
      </li>
    ))}
    <li>
      <a href="/reading">ตั้งค่าการอ่าน</a>
    </li>
    <li>
      <a href="/feed.xml">ข่าวสารแบบ Atom</a>
    </li>
  </>
));

function Foot({ frame: { tenant, networkUrl }, Entries }: { frame: SiteFrame; Entries: () => VNode }) {
  const words = unitWords(tenant);
  return (
    <footer class="foot">
      <div class="wrap cols">
        <div itemScope itemType={words.schemaType}>
          <h2>ติดต่อ{words.self}</h2>
          <p itemProp="name">
            <Words text={tenant.nameTh} />
          </p>
          <ContactFacts tenant={tenant} />
        </div>
        <nav id="menu" aria-label="เมนูท้ายหน้า">
          <h2>เมนู</h2>
          <ul>
            <Entries />
            <li>
              <a href="/latest">
                <Words text="เผยแพร่ล่าสุด" />
              </a>
            </li>
            <li>
              <a href="/search">ค้นหา</a>
            </li>
          </ul>
        </nav>
        <nav aria-label="เกี่ยวกับเว็บไซต์นี้">
          <h2>เกี่ยวกับเว็บไซต์นี้</h2>
          <ul>
            <AboutEntries />
            <li>
              <a href={networkUrl}>
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
