import { formatCount, toArabicDigits } from '@prongsai/kernel/thai';
import type { PublicationGroup, PublicationLine } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import { doorsOf, type Door } from './doors';
import { ClinicHero, hasClinics } from './hours/clinic-hero';
import { homePathOf, type HoursFacts } from './hours/hours-facts';
import { BeforeComing } from './hours/open-now';
import { CallCard, hasCallCard } from './parts/call-card';
import { PhoneLink } from './parts/contact-facts';
import { Icon } from './parts/icons';
import { NothingYet } from './parts/nothing-yet';
import { NewsList } from './parts/publication-lines';
import { SearchField } from './parts/search-field';
import { categoryPath, sitePage, type SiteFrame } from './parts/site-frame';
import { still } from './parts/still';
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
  /** What is live, in groups. */
  groups: readonly PublicationGroup[];
  /** Titles of the requirement groups by code: short words for categories whose own are long. */
  groupTitles: ReadonlyMap<string, string>;
  /** When the unit and its clinics are open. */
  hours?: HoursFacts;
}

/** A label that leaves room for the rest of its line; a group's title stands for a category only where it has no second. */
function labelOf(category: Category, shown: readonly ShownCategory[], groupTitles: ReadonlyMap<string, string>): string {
  const title = shortTitle(category);
  const isAlone = shown.filter((other) => other.category.requirementGroup === category.requirementGroup).length === 1;
  return title.length <= 34 || !isAlone ? title : toArabicDigits(groupTitles.get(category.requirementGroup) ?? title);
}

/** A label beside a title, where it need not tell a category from its neighbours. */
function tagOf(category: Category, groupTitles: ReadonlyMap<string, string>): string {
  const title = shortTitle(category);
  return title.length <= 34 ? title : toArabicDigits(groupTitles.get(category.requirementGroup) ?? title);
}

/** Home of a unit, office or hospital. */
export function homePage(frame: SiteFrame, { latest, shown, groups, groupTitles, hours }: HomeFacts): string {
  const words = unitWords(frame.tenant);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  const labels = new Map(shown.map(({ category }) => [category.code, labelOf(category, shown, groupTitles)]));
  const tags = new Map(shown.map(({ category }) => [category.code, tagOf(category, groupTitles)]));
  const doors = doorsOf(frame.categories, groups, words, frame.networkUrl);
  const clinics = hours && hasClinics(hours) ? hours : null;
  return sitePage(
    frame,
    { title: '', path: '/', description: `${frame.tenant.nameTh} ${words.province}: ประกาศ คู่มือ และข้อมูลที่เปิดเผยต่อสาธารณะ`, hasOwnSearch: clinics === null, ...(clinics ? { here: homePathOf(clinics) } : {}) },
    <>
      <EmergencyBar />
      {clinics ? (
        <ClinicHero facts={clinics} phone={frame.tenant.phone}>
          {hasCallCard(frame.tenant) ? <CallCard tenant={frame.tenant} self={words.self} hours={clinics} /> : null}
          <BeforeComing facts={clinics} self={words.self} />
        </ClinicHero>
      ) : <Hero frame={frame} hours={hours} />}
      {doors.length > 1 ? <Doors doors={doors} /> : null}
      <section class="band paper" aria-labelledby="latest">
        <div class="wrap cols">
          <div>
            <div class="sec-h">
              <h2 id="latest">ข่าวและประกาศล่าสุด</h2>
              {total > latest.length ? <a href="/latest">ดูทั้งหมด {formatCount(total)} รายการ</a> : null}
            </div>
            {latest.length > 0 ? <NewsList lines={latest} categoryTitle={(code) => tags.get(code) ?? null} /> : <NothingYet tenant={frame.tenant} what="ยังไม่มีรายการที่เผยแพร่" />}
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
              <Words text="ตามกรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ " />
              <a href="/c">ดูหัวข้อทั้งหมด</a>
            </p>
          </div>
          <ol class="cats">
            {shown.map((row, index) => (
              <CategoryRow row={row} number={index + 1} label={labels.get(row.category.code) ?? shortTitle(row.category)} />
            ))}
          </ol>
        </div>
      </section>
    </>,
  );
}

const EmergencyBar = still(() => (
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
));

function Hero({ frame: { tenant }, hours }: { frame: SiteFrame; hours: HoursFacts | undefined }) {
  const words = unitWords(tenant);
  return (
    <div class="hero">
      <div class={hasCallCard(tenant) ? 'wrap' : 'wrap one'}>
        <div class="stack">
          <h1>
            <Words text={words.heading} />
          </h1>
          <p class="lead">
            <Words text={words.lead} />
          </p>
          <SearchField name="q" label={`ค้นหาในเว็บไซต์ของ${words.self}`} hint="เช่น แบบฟอร์ม จัดซื้อ" />
        </div>
        {hasCallCard(tenant) ? <CallCard tenant={tenant} self={words.self} hours={hours} /> : null}
      </div>
    </div>
  );
}

function Doors({ doors }: { doors: readonly Door[] }) {
  return (
    <section class="band" aria-labelledby="doors">
      <div class="wrap stack">
        <h2 id="doors">เรื่องที่ประชาชนต้องการบ่อย</h2>
        <ul class="grid3">
          {doors.map(({ icon, title, line, href, newestAt }) => (
            <li>
              <a class="rowlink" href={href}>
                <span class="ico">
                  <Icon name={icon} />
                </span>
                <span>
                  <b>
                    <Words text={title} />
                  </b>
                  <span class="d">
                    {newestAt ? <>ล่าสุด <Day at={newestAt} /></> : <Words text={line} />}
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
        <p>
          <a class="btn gold small" href="/contact">ดูช่องทางติดต่อ</a>
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

function CategoryRow({ row: { category, count, newestAt }, number, label }: { row: ShownCategory; number: number; label: string }) {
  return (
    <li>
      <span class="no" aria-hidden="true">{number}</span>
      <a href={categoryPath(category.code)}>
        <Words text={label} />
      </a>
      <span class="xs muted">
        {count > 0 ? <><span class="nb">{formatCount(count)} รายการ</span>{newestAt ? <> · <span class="nb"><Day at={newestAt} style="short" /></span></> : null}</> : 'ยังไม่มีข้อมูล'}
      </span>
    </li>
  );
}
