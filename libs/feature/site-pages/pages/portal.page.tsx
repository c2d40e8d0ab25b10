import { compareThai, formatCount } from '@prongsai/kernel/thai';
import type { ReadingVariant } from '@prongsai/platform/http';
import type { PublicTenant } from '@prongsai/domain/tenant';
import { groupUnits } from './group-units';
import { telHref } from './links';
import { PhoneLink } from './parts/contact-facts';
import { Icon } from './parts/icons';
import { portalName, portalPage } from './parts/portal-frame';
import { Words } from './parts/words';

/** A network as the portal lists it. */
export interface ShownNetwork {
  slug: string;
  nameTh: string;
  provinceTh: string;
  units: number;
}

export interface PortalFrame {
  /** `http://localhost:8080`. */
  origin: string;
  isDemo: boolean;
  reading: ReadingVariant;
  /** Origin of a unit's site. */
  siteOf: (slug: string) => string;
}

/** What somebody looked for, and what was found. */
export interface Search {
  text: string;
  found: readonly PublicTenant[];
  /** Districts that may have been meant, when nothing was found. */
  near: readonly string[];
}

/** Address of a search on the portal or in a network. */
function searchHref(path: string, text: string): string {
  return `${path}?q=${encodeURIComponent(text)}`;
}

/** The portal's first page: every network, and a form that finds a unit in any of them. */
export function networksPage(frame: PortalFrame, networks: readonly ShownNetwork[], search: Search | null): string {
  return portalPage(
    { title: search ? `ค้นหา “${search.text}” - ${portalName}` : portalName, home: '/', isDemo: frame.isDemo, reading: frame.reading, here: search ? searchHref('/', search.text) : '/', description: 'ค้นหาเว็บไซต์ของสำนักงานสาธารณสุขและโรงพยาบาลตามชื่อหรืออำเภอ', canonical: search ? undefined : `${frame.origin}/`, hidden: search !== null },
    <>
      <Hero heading="ค้นหาสำนักงานและโรงพยาบาล" action="/" search={search} />
      {search ? <Found frame={frame} search={search} all="/" /> : null}
      <section class="band" aria-labelledby="networks">
        <div class="wrap stack">
          <h2 id="networks">เลือกจังหวัด</h2>
          {networks.length > 0 ? (
            <ul class="grid3">
              {networks.map(({ slug, nameTh, units }) => (
                <li>
                  <a class="rowlink bare" href={`/${slug}`}>
                    <span>
                      <b>
                        <Words text={nameTh} />
                      </b>
                      <span class="d">{units > 0 ? `${units} หน่วยงานเปิดเว็บไซต์แล้ว` : 'ยังไม่มีหน่วยงานที่เปิดเว็บไซต์'}</span>
                    </span>
                    <Icon name="next" />
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p class="note">ยังไม่มีเครือข่ายจังหวัด</p>
          )}
        </div>
      </section>
    </>,
  );
}

/** The units of one network by kind and district, and a form that finds one. */
export function networkPage(frame: PortalFrame, network: Omit<ShownNetwork, 'units'>, units: readonly PublicTenant[], search: Search | null): string {
  const path = `/${network.slug}`;
  const title = network.nameTh;
  return portalPage(
    { title: search ? `ค้นหา “${search.text}” - ${title}` : `${title} - ${portalName}`, home: '/', isDemo: frame.isDemo, reading: frame.reading, here: search ? searchHref(path, search.text) : path, description: `สำนักงานสาธารณสุขและโรงพยาบาลใน${title}`, canonical: search ? undefined : `${frame.origin}${path}`, hidden: search !== null },
    <>
      <Hero heading={title} action={path} search={search} above={{ label: 'ทุกจังหวัด', href: '/' }} />
      {search ? <Found frame={frame} search={search} all={path} /> : null}
      {search && search.found.length > 0 ? null : <Districts path={path} units={units} />}
      {search
        ? null
        : groupUnits(units).map(({ title: kind, units: members }, index) => (
            <section class={index % 2 === 0 ? 'band' : 'band paper'}>
              <div class="wrap stack">
                <h2>
                  <Words text={kind} /> <span class="sm muted nb">{formatCount(members.length)} แห่ง</span>
                </h2>
                <Units frame={frame} units={members} />
              </div>
            </section>
          ))}
      {search || units.length > 0 ? null : (
        <div class="wrap band">
          <p class="note">ยังไม่มีหน่วยงานที่เปิดเว็บไซต์</p>
        </div>
      )}
    </>,
  );
}

function Hero({ heading, action, search, above }: { heading: string; action: string; search: Search | null; above?: { label: string; href: string } }) {
  return (
    <>
      {above ? (
        <div class="wrap">
          <nav class="crumbs" aria-label="ตำแหน่งหน้า">
            <ol>
              <li>
                <a href={above.href}>{above.label}</a>
              </li>
              <li aria-current="page">
                <Words text={heading} />
              </li>
            </ol>
          </nav>
        </div>
      ) : null}
      <div class="hero">
        <div class="wrap one">
          <h1>
            <Words text={heading} />
          </h1>
          <form class="find" method="get" action={action} role="search">
            <label for="q">
              <Words text="ชื่อหน่วยงานหรืออำเภอ ภาษาไทยหรืออังกฤษ" />
            </label>
            <div class="ask">
              <input class="in" id="q" name="q" type="search" value={search?.text ?? ''} maxLength={80} placeholder="เช่น กะพ้อ" />
              <button class="btn gold" type="submit">
                <Icon name="search" />
                ค้นหา
              </button>
            </div>
          </form>
        </div>
      </div>
    </>
  );
}

function Found({ frame, search, all }: { frame: PortalFrame; search: Search; all: string }) {
  return (
    <section class="band paper" aria-labelledby="found">
      <div class="wrap stack">
        <h2 id="found">
          {search.found.length > 0 ? `พบ ${search.found.length} หน่วยงาน` : `ไม่พบ “${search.text}” ลองคำที่สั้นลง`}
        </h2>
        <Units frame={frame} units={search.found} showsProvince />
        {search.near.length > 0 ? (
          <p>
            ท่านหมายถึง{' '}
            {search.near.map((district, index) => (
              <>
                {index > 0 ? ' · ' : ''}
                <a class="nb" href={searchHref(all, district)}>อำเภอ{district}</a>
              </>
            ))}
          </p>
        ) : null}
        <p>
          <a href={all}>ดูหน่วยงานทั้งหมด</a>
        </p>
      </div>
    </section>
  );
}

/** By district, for who knows the place but not the office. */
function Districts({ path, units }: { path: string; units: readonly PublicTenant[] }) {
  const districts = [...new Set(units.flatMap(({ districtTh }) => districtTh ?? []))].sort(compareThai);
  if (districts.length < 2) return null;
  return (
    <nav class="wrap places" aria-labelledby="districts">
      <h2 id="districts" class="lb">เลือกตามอำเภอ</h2>
      <ul class="row">
        {districts.map((district) => (
          <li>
            <a class="place" href={searchHref(path, `อำเภอ${district}`)}>{district}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Units({ frame, units, showsProvince }: { frame: PortalFrame; units: readonly PublicTenant[]; showsProvince?: boolean }) {
  return (
    <ul class="units">
      {units.map((unit) => (
        <li>
          <a href={frame.siteOf(unit.slug)}>
            <Words text={unit.nameTh} />
          </a>
          {unit.nameEn ? <span class="xs muted" lang="en">{unit.nameEn}</span> : null}
          <span class="xs muted">
            {unit.districtTh ? <Words text={`อำเภอ${unit.districtTh} `} /> : null}
            {showsProvince ? <Words text={`จังหวัด${unit.provinceTh.replace(/^จังหวัด/, '')} `} /> : null}
            {unit.phone && telHref(unit.phone) ? <>โทร <PhoneLink phone={unit.phone} /></> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
