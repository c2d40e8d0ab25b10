import { formatCount, toArabicDigits } from '@prongsai/kernel/thai';
import type { PublicationLine } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import type { PublicTenant } from '@prongsai/domain/tenant';
import { mailHref, safeHref } from './links';
import { Icon } from './parts/icons';
import { PhoneLink } from './parts/contact-facts';
import { NothingYet } from './parts/nothing-yet';
import { NewsList } from './parts/publication-lines';
import { categoryPath, sitePage, type SiteFrame } from './parts/site-frame';
import { Day, Words } from './parts/words';
import { shortTitle } from './short-title';
import { unitWords } from './unit-words';

/** A category with what it shows now. */
export interface ShownCategory {
  category: Category;
  count: number;
  newestAt: Date | null;
}

export interface HomeFacts {
  latest: readonly PublicationLine[];
  /** The framework's categories, and older ones that still show something. */
  shown: readonly ShownCategory[];
  /** Titles of the requirement groups by code: short words for categories whose own are long. */
  groupTitles: ReadonlyMap<string, string>;
}

/** Groups that people come for, before those that assessors come for. */
const forCitizens = ['citizen_manual', 'news', 'procurement', 'complaint', 'e_service', 'knowledge'];

/** A label that leaves room for the rest of its line. */
function labelOf(category: Category, groupTitles: ReadonlyMap<string, string>): string {
  const title = shortTitle(category);
  return title.length <= 32 ? title : toArabicDigits(groupTitles.get(category.requirementGroup) ?? title);
}

/** Home of a unit, office or hospital. */
export function homePage(frame: SiteFrame, { latest, shown, groupTitles }: HomeFacts): string {
  const words = unitWords(frame.tenant);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const label = (category: Category) => labelOf(category, groupTitles);
  const titles = new Map(shown.map(({ category }) => [category.code, label(category)]));
  const doors = forCitizens.flatMap((group) => shown.filter(({ category, count }) => category.requirementGroup === group && count > 0).slice(0, 1)).slice(0, 3);
  return sitePage(
    frame,
    { title: '', path: '/', description: `${frame.tenant.nameTh} ${words.province}: ประกาศ คู่มือ และข้อมูลที่เปิดเผยต่อสาธารณะ` },
    <>
      <EmergencyBar />
      <Hero frame={frame} />
      {doors.length > 1 ? <Doors doors={doors} label={label} /> : null}
      <section class="band paper" aria-labelledby="latest">
        <div class="wrap cols">
          <div>
            <div class="sec-h">
              <h2 id="latest">
                <Words text="เผยแพร่ล่าสุด" />
              </h2>
              {total > latest.length ? <a href="/latest">ดูทั้งหมด {formatCount(total)} รายการ</a> : null}
            </div>
            {latest.length > 0 ? <NewsList lines={latest} categoryTitle={(code) => titles.get(code) ?? null} /> : <NothingYet tenant={frame.tenant} what="ยังไม่มีรายการที่เผยแพร่" />}
          </div>
          <AskCard frame={frame} />
        </div>
      </section>
      <section class="band" aria-labelledby="categories">
        <div class="wrap">
          <div class="sec-h">
            <h2 id="categories">
              <Words text={`ข้อมูลที่${words.self}เปิดเผย`} />
            </h2>
            <p class="sm muted">
              <Words text="หมวดหมู่ตามกรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ" />
            </p>
          </div>
          <ol class="cats">
            {shown.map((row, index) => (
              <CategoryRow row={row} number={index + 1} />
            ))}
          </ol>
        </div>
      </section>
    </>,
  );
}

function EmergencyBar() {
  return (
    <div class="emg">
      <div class="wrap">
        <a href="tel:1669">
          <Icon name="ambulance" />
          <span>
            <b>เจ็บป่วยฉุกเฉิน โทร{'\u00a0'}1669</b> <span class="nb">ฟรี ตลอด 24{'\u00a0'}ชั่วโมง</span>
          </span>
        </a>
      </div>
    </div>
  );
}

function Hero({ frame: { tenant } }: { frame: SiteFrame }) {
  const words = unitWords(tenant);
  const hasCard = Boolean(tenant.phone || tenant.email || tenant.mapUrl);
  return (
    <div class="hero">
      <div class={hasCard ? 'wrap' : 'wrap one'}>
        <div class="stack">
          <h1>
            <Words text={words.heading} />
          </h1>
          <p class="lead">
            <Words text={words.lead} />
          </p>
        </div>
        {hasCard ? <CallCard tenant={tenant} self={words.self} /> : null}
      </div>
    </div>
  );
}

/** The telephone number is a feature (DESIGN 1). Hours are not known, so none are shown. */
function CallCard({ tenant, self }: { tenant: PublicTenant; self: string }) {
  const map = safeHref(tenant.mapUrl);
  const mail = mailHref(tenant.email);
  return (
    <section class="call" aria-labelledby="call">
      <h2 id="call">{tenant.phone ? `โทรหา${self}` : `ติดต่อ${self}`}</h2>
      {tenant.phone ? (
        <p>
          <PhoneLink class="tel" phone={tenant.phone} icon />
        </p>
      ) : null}
      <p class="row">
        {map ? (
          <a class="btn sec small" href={map} rel="noopener noreferrer">
            <Icon name="map" />
            แผนที่
          </a>
        ) : null}
        {mail ? (
          <a class="btn sec small" href={mail}>
            <Icon name="mail" />
            อีเมล
          </a>
        ) : null}
        <a class="btn sec small" href="/contact">ช่องทางติดต่อทั้งหมด</a>
      </p>
    </section>
  );
}

function Doors({ doors, label }: { doors: readonly ShownCategory[]; label: (category: Category) => string }) {
  return (
    <section class="band" aria-labelledby="doors">
      <div class="wrap stack">
        <h2 id="doors">เรื่องสำหรับประชาชน</h2>
        <ul class="grid3">
          {doors.map(({ category, count, newestAt }) => (
            <li>
              <a class="rowlink" href={categoryPath(category.code)}>
                <span>
                  <b>
                    <Words text={label(category)} />
                  </b>
                  <span class="d">
                    {formatCount(count)} รายการ {newestAt ? <>ล่าสุด <Day at={newestAt} style="short" /></> : null}
                  </span>
                </span>
                <Icon name="next" />
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function AskCard({ frame: { tenant, networkUrl } }: { frame: SiteFrame }) {
  const words = unitWords(tenant);
  return (
    <aside class="stack" aria-labelledby="ask">
      <div class="card deep stack-s">
        <h2 id="ask">ไม่พบเรื่องที่ต้องการ</h2>
        <p class="sm">
          สอบถาม{words.self}ได้โดยตรง {tenant.phone ? <>โทร <PhoneLink phone={tenant.phone} /></> : null}
        </p>
        <p class="sm">
          <a href="/contact">ที่อยู่และช่องทางติดต่อ</a>
        </p>
      </div>
      <div class="card stack-s">
        <h2>
          <Words text={`หน่วยงานสาธารณสุขใน${words.province}`} />
        </h2>
        <p class="sm">
          <a href={networkUrl}>
            <Words text="ค้นหาสำนักงานหรือโรงพยาบาลอื่น" />
          </a>
        </p>
      </div>
    </aside>
  );
}

function CategoryRow({ row: { category, count, newestAt }, number }: { row: ShownCategory; number: number }) {
  return (
    <li>
      <span class="no" aria-hidden="true">{number}</span>
      <a href={categoryPath(category.code)}>
        <Words text={shortTitle(category)} />
      </a>
      <span class="xs muted">
        {count > 0 ? <>{formatCount(count)} รายการ{newestAt ? <> · <Day at={newestAt} style="short" /></> : null}</> : 'ยังไม่มีข้อมูล'}
      </span>
    </li>
  );
}
