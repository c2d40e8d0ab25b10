import type { ComponentChildren } from 'preact';
import { bangkokDay, fiscalYearOf, formatFileSize, formatThaiDateTime, toArabicDigits } from '@prongsai/kernel/thai';
import { publicationFilePath, publicationPath, type Publication, type PublicationFile, type PublicationLine } from '@prongsai/domain/publishing';
import type { Category } from '@prongsai/domain/taxonomy';
import { hostOfLink, safeHref } from './links';
import { listHref } from './list-query';
import { PhoneLink } from './parts/contact-facts';
import { Icon } from './parts/icons';
import { fileColour } from './parts/publication-lines';
import { categoryPath, sitePage, type SiteFrame } from './parts/site-frame';
import { Day, DayRange, Paragraphs, Words } from './parts/words';
import { shortTitle } from './short-title';

export interface ItemFacts {
  publication: Publication;
  files: readonly PublicationFile[];
  /** Null when the unit's frameworks no longer name it. */
  category: Category | null;
  /** Other items of the category, newest first. */
  others: readonly PublicationLine[];
}

/** Files that a browser shows by itself; everything else is handed out to be saved (SPEC 7). */
export function isShownInBrowser(mediaType: string): boolean {
  return ['application/pdf', 'image/jpeg', 'image/png'].includes(mediaType);
}

/** A text that is read rather than glanced at stands last, so that files and metadata are met first. */
const leadCharacters = 500;

/** One item: the text is the document, the file is the proof, the metadata are the promise (DESIGN 1). */
export function itemPage(frame: SiteFrame, { publication, files, category, others }: ItemFacts): string {
  const details = publication.details?.trim() ?? '';
  const isLong = details.length > leadCharacters;
  const above = category ? [{ label: shortTitle(category), href: categoryPath(category.code) }] : [];
  const subItem = category?.subItems.find(({ code }) => code === publication.subItemCode);
  // A crumb is a short word; the whole stands among the details.
  if (category && subItem && subItem.title.length <= 40) above.push({ label: toArabicDigits(subItem.title), href: listHref(categoryPath(category.code), {}, { sub: subItem.code }) });
  return sitePage(
    frame,
    { title: publication.title, path: publicationPath(publication.code), above, description: summaryOf(details) },
    <div class="wrap page cols">
      <article class="stack-l" itemScope itemType="https://schema.org/CreativeWork">
        <meta itemProp="datePublished" content={publication.liveFrom.toISOString()} />
        {publication.revisedAt ? <meta itemProp="dateModified" content={publication.revisedAt.toISOString()} /> : null}
        <meta itemProp="publisher" content={frame.tenant.nameTh} />
        <header class="stack-s">
          {publication.confirmedCurrentAt ? (
            <p class="row">
              <span class="tag">เป็นปัจจุบัน</span>
              <span class="xs muted">
                <span class="nb">ตรวจทาน</span>ล่าสุด <Day at={publication.confirmedCurrentAt} />
              </span>
            </p>
          ) : null}
          <h1 itemProp="name">
            <Words text={publication.title} />
          </h1>
          {publication.revisedAt ? <p class="sm muted">แก้ไขเมื่อ <Day at={publication.revisedAt} /></p> : null}
          {details && !isLong ? <div class="measure stack-s"><Paragraphs text={details} /></div> : null}
        </header>
        {files.length > 0 ? <Files publication={publication} files={files} /> : null}
        <Metadata publication={publication} files={files} category={category} link={`${frame.origin}${publicationPath(publication.code)}`} />
        {isLong ? (
          <section class="stack-s" aria-labelledby="text">
            <h2 id="text">เนื้อหา</h2>
            <div class="measure stack-s"><Paragraphs text={details} /></div>
          </section>
        ) : null}
      </article>
      <aside class="stack" aria-label="เรื่องที่เกี่ยวข้อง">
        {others.length > 0 && category ? (
          <nav class="card" aria-labelledby="others">
            <h2 id="others">
              <Words text="รายการอื่นในหมวดนี้" />
            </h2>
            <ul>
              {others.map((line) => (
                <li>
                  <a href={publicationPath(line.code)}>
                    <Words text={line.title} />
                  </a>
                  <br />
                  <span class="xs muted">
                    <Day at={line.liveFrom} style="short" />
                  </span>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <section class="card stack-s" aria-labelledby="ask">
          <h2 id="ask">สอบถามข้อมูลนี้</h2>
          <p class="sm">
            <Words text={publication.sourceName} />
            <br />
            {frame.tenant.phone ? <>โทร <PhoneLink phone={frame.tenant.phone} /></> : <a href="/contact">ช่องทางติดต่อ</a>}
          </p>
        </section>
      </aside>
    </div>,
  );
}

/** The beginning of a text on one line, cut between letters and never before a mark that hangs on one. */
function summaryOf(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ');
  let end = 150;
  while (/[\p{M}\u0e33]/u.test(line.charAt(end))) end++;
  return line.slice(0, end).trim() || undefined;
}

function Files({ publication, files }: Pick<ItemFacts, 'publication' | 'files'>) {
  return (
    <section class="stack-s" aria-labelledby="files">
      <h2 id="files">เอกสารแนบ {files.length} ไฟล์</h2>
      {files.map((file) => {
        const href = publicationFilePath(publication.code, file.number);
        const isShown = isShownInBrowser(file.mediaType);
        return (
          <div class="file">
            <span class={`ext ${fileColour(file.extension)}`} aria-hidden="true">{file.extension.toUpperCase()}</span>
            <div>
              <b>
                <Words text={file.name} />
              </b>
              <p class="xs muted">{typeAndSize(file)}</p>
            </div>
            <p class="act row">
              {isShown ? (
                <a class="btn" href={href}>
                  <Icon name="eye" />
                  เปิดดู<span class="vh"> {file.name}</span>
                </a>
              ) : null}
              <a class={isShown ? 'btn sec' : 'btn'} href={href} download={file.name}>
                <Icon name="save" />
                ดาวน์โหลด<span class="vh"> {file.name}</span>
              </a>
            </p>
          </div>
        );
      })}
    </section>
  );
}

function typeAndSize(file: PublicationFile): string {
  return `${file.extension.toUpperCase()} · ${formatFileSize(file.size)}`;
}

/** Every field that the frameworks ask to be shown beside an item (seeds 000 to 004). */
function Metadata({ publication, files, category, link }: Omit<ItemFacts, 'others'> & { link: string }) {
  const external = safeHref(publication.externalLink);
  const subItem = category?.subItems.find(({ code }) => code === publication.subItemCode);
  const rows: Array<[string, ComponentChildren]> = [
    ['แหล่งที่มาหรือเจ้าของข้อมูล', <Words text={publication.sourceName} />],
    ['ช่วงวันที่ของข้อมูล', <DayRange from={publication.dataFrom} until={publication.dataUntil} />],
    ['วันที่เผยแพร่', <PublishedOn at={publication.liveFrom} withTime={category?.origin === 'source_and_time'} />],
    ['แก้ไขเมื่อ', publication.revisedAt ? <Day at={publication.revisedAt} /> : null],
    ['ปีงบประมาณ', String(fiscalYearOf(publication.liveFrom))],
    ['แสดงถึงวันที่', publication.liveUntil ? <Day at={new Date(publication.liveUntil.getTime() - 1)} /> : 'ไม่มีวันครบกำหนด'],
    ['ตรวจสอบความเป็นปัจจุบันล่าสุด', publication.confirmedCurrentAt ? <Day at={publication.confirmedCurrentAt} /> : null],
    ['ประเภทและขนาดไฟล์', files.length > 0 ? <ul>{files.map((file) => <li>{typeAndSize(file)}</li>)}</ul> : 'ไม่มีไฟล์แนบ'],
    ['หมวดหมู่', category ? <a href={categoryPath(category.code)}><Words text={shortTitle(category)} /></a> : null],
    ['หัวข้อย่อย', subItem && category ? <a href={listHref(categoryPath(category.code), {}, { sub: subItem.code })}><Words text={toArabicDigits(subItem.title)} /></a> : null],
    ['แหล่งอ้างอิงของข้อความหรือภาพ', publication.credit ? <Paragraphs text={publication.credit} /> : null],
    ['ลิงก์ที่เกี่ยวข้อง', external ? <a href={external} rel="noopener noreferrer">{hostOfLink(external)}<span class="vh"> เว็บไซต์อื่น</span></a> : null],
    ['ลิงก์ถาวรของเรื่องนี้', <a class="long" href={link}>{link}</a>],
  ];
  return (
    <section class="stack-s" aria-labelledby="metadata">
      <h2 id="metadata">
        <Words text="รายละเอียดการเผยแพร่" />
      </h2>
      <dl class="dl">
        {rows.filter(([, value]) => value !== null).map(([label, value]) => (
          <div>
            <dt>
              <Words text={label} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The day on which citizens could first read it; with the time where the framework asks for the origin's date and time. */
function PublishedOn({ at, withTime }: { at: Date; withTime: boolean }) {
  if (!withTime) return <Day at={at} />;
  const time = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
  return <time dateTime={`${bangkokDay(at)}T${time}+07:00`}>{formatThaiDateTime(at)}</time>;
}
