import { formatCount, toArabicDigits } from '@prongsai/kernel/thai';
import type { PublicationGroup } from '@prongsai/domain/publishing';
import type { ShownCategory } from './home.page';
import { listHref } from './list-query';
import { categoryPath, sitePage, type SiteFrame } from './parts/site-frame';
import { Day, Words } from './parts/words';
import { shortTitle } from './short-title';
import { unitWords } from './unit-words';

export interface CategoriesFacts {
  shown: readonly ShownCategory[];
  groups: readonly PublicationGroup[];
}

/** Every category of the framework with its sub-items and what they show: for whoever reads along the framework. */
export function categoriesPage(frame: SiteFrame, { shown, groups }: CategoriesFacts): string {
  const words = unitWords(frame.tenant);
  const countOf = (category: string, sub: string) => groups.filter((group) => group.categoryCode === category && group.subItemCode === sub).reduce((sum, { count }) => sum + count, 0);
  return sitePage(
    frame,
    { title: 'ทุกหมวดหมู่', path: '/c', above: [], description: `หมวดหมู่และหัวข้อทั้งหมดที่${frame.tenant.nameTh}เปิดเผย` },
    <div class="wrap page stack">
      <header class="stack-s">
        <h1>
          <Words text={`ข้อมูลที่${words.self}เปิดเผย`} />
        </h1>
        <p class="muted measure">
          <Words text={`${formatCount(shown.length)} หมวดหมู่ ตามกรอบแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน`} />
        </p>
      </header>
      {shown.length === 0 ? <p class="note">ยังไม่มีหมวดหมู่</p> : null}
      <ol class="shelves">
        {shown.map(({ category, count, newestAt }, index) => (
          <li>
            <h2>
              <span class="no" aria-hidden="true">{index + 1}</span>
              <a href={categoryPath(category.code)}>
                <Words text={shortTitle(category)} />
              </a>
            </h2>
            <p class="xs muted">
              {count > 0 ? <>{formatCount(count)} รายการ{newestAt ? <> · ล่าสุด <Day at={newestAt} style="short" /></> : null}</> : 'ยังไม่มีข้อมูล'}
            </p>
            {category.subItems.length > 1 ? (
              <ul class="sm">
                {category.subItems.map(({ code, title }) => {
                  const shownHere = countOf(category.code, code);
                  const label = <Words text={toArabicDigits(title)} />;
                  return (
                    <li>
                      {shownHere > 0 ? <a href={listHref(categoryPath(category.code), {}, { sub: code })}>{label}</a> : <span class="muted">{label}</span>}{' '}
                      {shownHere > 0 ? <span class="xs muted nb">{formatCount(shownHere)} รายการ</span> : null}
                    </li>
                  );
                })}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </div>,
  );
}
