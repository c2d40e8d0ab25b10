import type { PublicationView } from '@prongsai/kernel/contracts';
import { Empty, momentText, MoreButton, PublicationTag, Reading, tenantKey, tenantPath, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';
import { ItemHead } from './publication-table';
import { PublishingHead } from './publishing-head';

/** What came down, last first: by its date or by whom, when and why. */
export function DownPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const list = useList<PublicationView>(tenantKey(slug, 'publications', 'down'), `${tenantPath(slug, 'publications')}?state=expired,withdrawn,superseded&order=down`);
  return (
    <>
      <PublishingHead slug={slug} unit={unit} here="/down" under="ลิงก์ถาวรของรายการเหล่านี้ยังอยู่ และบอกประชาชนว่าลงเพราะเหตุใด" />
      <div className="stack">
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="รายการ">
          {list.items.length === 0 ? <Empty>ยังไม่มีรายการที่ลงจากเว็บไซต์ รายการที่ครบระยะเวลาหรือถูกนำลงจะอยู่ที่นี่พร้อมเหตุผล</Empty> : (
            <table className="t fold list pubs">
              <caption className="vh">รายการที่ลงจากเว็บไซต์ ล่าสุดก่อน</caption>
              <thead><tr><th scope="col">{label('pub.item')}</th><th scope="col">{label('pub.state')}</th><th scope="col">{label('pub.when')}</th><th scope="col">{label('pub.reason')}</th><th scope="col"><span className="vh">{label('pub.acts')}</span></th></tr></thead>
              <tbody>
                {list.items.map((item) => (
                  <tr key={item.id}>
                    <th scope="row"><ItemHead slug={slug} item={item} /></th>
                    <td><PublicationTag state={item.state} /></td>
                    <td data-label={label('pub.when')}>{momentText(item.cameDownAt)}{(item.withdrawnByName ?? item.supersededByName) && <><br /><span className="xs muted">{label('pub.by')} {item.withdrawnByName ?? item.supersededByName}</span></>}</td>
                    <td data-label={label('pub.reason')}><Words>{item.withdrawReason ?? item.supersedeReason ?? (item.state === 'expired' ? 'ครบระยะเวลาการเผยแพร่' : 'มีฉบับใหม่แทน')}</Words></td>
                    <td className="acts"><Link className="btn quiet small" to={`/t/${slug}/requests/new`} search={{ from: item.requestId } as never}>{label('pub.renew')}<span className="vh"> {item.title}</span></Link></td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <MoreButton list={list} />
        </Reading>
      </div>
    </>
  );
}
