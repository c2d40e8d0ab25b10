import type { PublicationView } from '@prongsai/kernel/contracts';
import { ActButton, categoryName, dayOfText, dayText, PublicationTag, StatusTag, today, useCategories, Words } from '@prongsai/console/ui';
import { daysBetween } from '@prongsai/kernel/thai';
import { Link } from '@tanstack/react-router';
import { label } from './labels';

/** Until when an item is shown, with the days that are left once they are few. */
export function EndText({ item }: { item: PublicationView }) {
  if (!item.publishUntil) return <Words>{label('pub.open')}</Words>;
  const left = daysBetween(today(), item.publishUntil);
  const isShown = item.state === 'live' || item.state === 'scheduled';
  return (
    <>
      {dayText(item.publishUntil)}
      {isShown && left <= 30 && <><br /><StatusTag shape={left <= 7 ? 'late' : 'soon'}>{left <= 0 ? 'วันนี้' : `อีก ${left} วัน`}</StatusTag></>}
    </>
  );
}

/** One item's title with where it stands, linked to its own page. */
export function ItemHead({ slug, item }: { slug: string; item: PublicationView }) {
  const { data: categories } = useCategories(slug);
  return (
    <>
      <Link to={`/t/${slug}/publications/${item.id}`}><Words>{item.title}</Words></Link>
      <p className="xs muted"><Words>{[categoryName(categories, item.categoryCode), item.sourceName, item.number && `คำขอ ${item.number}`].filter(Boolean).join(' · ')}</Words></p>
    </>
  );
}

/** A list of items with what can be done to each. */
export function PublicationTable({ slug, items, caption, onWithdraw }: {
  slug: string; items: readonly PublicationView[]; caption: string; onWithdraw: (item: PublicationView) => void;
}) {
  return (
    <table className="t fold list pubs">
      <caption className="vh">{caption}</caption>
      <thead><tr><th scope="col">{label('pub.item')}</th><th scope="col">{label('pub.state')}</th><th scope="col">{label('pub.shown')}</th><th scope="col">{label('pub.checked')}</th><th scope="col"><span className="vh">{label('pub.acts')}</span></th></tr></thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row"><ItemHead slug={slug} item={item} /></th>
            <td><PublicationTag state={item.state} /></td>
            <td data-label={label('pub.shown')}>{dayText(item.publishFrom)} ถึง <EndText item={item} /></td>
            <td data-label={label('pub.checked')}>
              {dayOfText(item.confirmedCurrentAt ?? item.publishedAt)}
              {item.state === 'live' && item.checkDueOn && item.checkDueOn < today() && <><br /><StatusTag shape="late">เกินรอบตรวจ</StatusTag></>}
            </td>
            <td className="acts">
              {item.state === 'live' || item.state === 'scheduled'
                ? <ActButton abilities={item.abilities} act="withdraw" tone="quiet" size="small" onClick={() => onWithdraw(item)}>{label('pub.withdraw')}<span className="vh"> {item.title}</span></ActButton>
                : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
