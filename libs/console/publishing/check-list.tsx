import type { PublicationView } from '@prongsai/kernel/contracts';
import { cadenceWords } from '@prongsai/kernel/workflow';
import { categoryName, dayOfText, dayText, Icon, StatusTag, today, useCategories, WhyNot, Words, reasonsOf, can } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';
import { useTicks, type Tick } from './ticks';

/** Items to check for their currency: one tick each, at once; anything wrong leads to a new version. */
export function CheckList({ slug, items, caption, short = false }: { slug: string; items: readonly PublicationView[]; caption: string; short?: boolean }) {
  const { rows, ticks, confirm } = useTicks(slug, items);
  const { data: categories } = useCategories(slug);
  return (
    <>
      {rows.length > 0 && <table className="t fold list checks">
        <caption className="vh">{caption}</caption>
        <thead><tr><th scope="col">{label('pub.item')}</th><th scope="col">{label('pub.cadence')}</th>{!short && <th scope="col">{label('pub.checked')}</th>}<th scope="col">{label('pub.checkDue')}</th><th scope="col"><span className="vh">{label('pub.acts')}</span></th></tr></thead>
        <tbody>
          {rows.map((item) => {
            const category = categories?.find(({ code }) => code === item.categoryCode);
            return (
              <tr key={item.id}>
                <th scope="row">
                  <a href={item.url} target="_blank" rel="noopener"><Words>{item.title}</Words><span className="vh"> เปิดในแท็บใหม่</span></a>
                  <p className="xs muted"><Words>{categoryName(categories, item.categoryCode)}</Words></p>
                </th>
                <td><Words>{category ? cadenceWords[category.cadence] : '–'}</Words></td>
                {!short && <td data-label={label('pub.checked')}>{dayOfText(item.confirmedCurrentAt ?? item.publishedAt)}</td>}
                <td data-label={label('pub.checkDue')}>{item.checkDueOn && item.checkDueOn < today() ? <StatusTag shape="late">{`เกิน ${dayText(item.checkDueOn)}`}</StatusTag> : dayText(item.checkDueOn)}</td>
                <td className="acts"><TickButton item={item} tick={ticks.get(item.id)} onTick={() => confirm(item)} slug={slug} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>}
      <p className="vh" role="status">{saidOf(rows, ticks)}</p>
    </>
  );
}

/** The tick itself; it stays where it is, so that focus stays too. */
export function TickButton({ slug, item, tick, onTick, isAlone = false }: { slug: string; item: PublicationView; tick: Tick | undefined; onTick: () => void; isAlone?: boolean }) {
  const isTicked = tick?.state === 'sending' || tick?.state === 'stored';
  if (!can(item.abilities, 'confirm-current') && !tick) return <WhyNot reasons={reasonsOf(item.abilities, 'confirm-current')} />;
  return (
    <div>
      <div className="row tight">
        <button type="button" className={isTicked ? 'btn small ticked' : 'btn sec small'} aria-pressed={isTicked} onClick={onTick}>
          <Icon name="tick" />{label(isTicked ? 'pub.done' : 'pub.still')}<span className="vh"> {item.title}</span>
        </button>
        {/* On the item's own page a new version has a button of its own. */}
        {!isAlone && <Link className="btn quiet small" to={`/t/${slug}/publications/${item.id}`}>{label('pub.renew')}<span className="vh"> {item.title}</span></Link>}
      </div>
      {tick?.state === 'failed' && <p className="errmsg" role="alert"><Words>{`ยังบันทึกไม่ได้ ${tick.problem.detail}`}</Words></p>}
    </div>
  );
}

function saidOf(rows: readonly PublicationView[], ticks: ReadonlyMap<string, Tick>): string {
  const last = [...ticks].findLast(([, { state }]) => state === 'stored');
  const title = rows.find(({ id }) => id === last?.[0])?.title;
  return title ? `บันทึกว่า “${title}” ยังถูกต้องแล้ว` : '';
}
