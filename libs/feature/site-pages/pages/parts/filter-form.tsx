import { fileKindWords, isNarrowed, type ListQuery } from '../list-query';
import type { Narrowing } from '../narrowing';
import { longestQuestion } from './search-field';
import { Words } from './words';

interface FilterFormProps {
  path: string;
  /** What the field for words is called: `ค้นหาในหมวดนี้`. */
  label: string;
  query: ListQuery;
  narrowing: Narrowing;
}

/** Narrows a list without script: a plain form that asks the same address. What stands in the left column is kept. */
export function FilterForm({ path, label, query, narrowing }: FilterFormProps) {
  const years = query.year === undefined || narrowing.years.includes(query.year) ? narrowing.years : [query.year, ...narrowing.years];
  const kinds = query.type === undefined || narrowing.kinds.includes(query.type) ? narrowing.kinds : [query.type, ...narrowing.kinds];
  return (
    <form class="flt" method="get" action={path} role="search" aria-label="กรองรายการ">
      <div class="grow">
        <label for="q">{label}</label>
        <input class="in" id="q" name="q" type="search" value={query.q ?? ''} maxLength={longestQuestion} />
      </div>
      <div>
        <label for="year">
          <Words text="ปีงบประมาณ" />
        </label>
        <select class="in" id="year" name="year">
          <option value="">ทุกปี</option>
          {years.map((year) => (
            <option value={String(year)} selected={year === query.year}>{year}</option>
          ))}
        </select>
      </div>
      {kinds.length > 0 ? (
        <div>
          <label for="type">ชนิดไฟล์</label>
          <select class="in" id="type" name="type">
            <option value="">ทุกชนิด</option>
            {kinds.map((kind) => (
              <option value={kind} selected={kind === query.type}>{fileKindWords[kind]}</option>
            ))}
          </select>
        </div>
      ) : null}
      {query.sub === undefined ? null : <input type="hidden" name="sub" value={query.sub} />}
      {query.c === undefined ? null : <input type="hidden" name="c" value={query.c} />}
      <button class="btn" type="submit">แสดงรายการ</button>
      {isNarrowed(query) ? (
        <p class="sm clear">
          <a href={path}>ล้างทั้งหมด</a>
        </p>
      ) : null}
    </form>
  );
}
