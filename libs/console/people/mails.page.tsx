import type { MailView } from '@prongsai/kernel/contracts';
import { Empty, momentText, MoreButton, PageHead, Reading, SelectField, StatusTag, tenantKey, tenantPath, useFilters, useList, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { label } from './labels';

const states = ['waiting', 'sent', 'bounced'] as const;
const shapes = { waiting: 'soon', sent: 'ok', bounced: 'late' } as const;

/** What was mailed for the unit, when, after how many tries and what came of it; for the head and the network's administrator. */
export function MailsPage() {
  const { slug } = usePlace();
  const unit = useTenantName(slug);
  const [{ state }, choose] = useFilters(['state']);
  const list = useList<MailView>(tenantKey(slug, 'mails', state), `${tenantPath(slug, 'mails')}${state ? `?state=${state}` : ''}`);
  return (
    <>
      <PageHead title={label('mails.title')} unit={unit} under={<Words>ระบบส่งซ้ำให้เองจนกว่าจะถึง เรื่องที่ปลายทางไม่รับถาวรจะไม่ส่งซ้ำ</Words>} />
      <div className="stack">
        <div className="people-filters"><SelectField path="state" label={label('notices.show')} value={state} onChange={(next) => choose({ state: next })} empty={label('notices.all')} choices={states.map((value) => ({ value, label: label(`mails.${value}`) }))} /></div>
        <Reading isPending={list.isPending} error={list.error} onRetry={list.reload} what="อีเมล">
          {list.items.length === 0 ? <Empty>{state ? 'ไม่มีอีเมลในสถานะนี้' : 'ยังไม่มีอีเมล เมื่อมีแจ้งเตือนถึงคนทำงาน ท่านจะเห็นผลการส่งที่นี่'}</Empty> : (
            <table className="t fold list">
              <caption className="vh">อีเมลของหน่วยงาน</caption>
              <thead><tr><th scope="col">{label('mails.subject')}</th><th scope="col">{label('mails.to')}</th><th scope="col">{label('mails.made')}</th><th scope="col">{label('mails.state')}</th></tr></thead>
              <tbody>{list.items.map((mail) => <MailRow key={mail.id} mail={mail} />)}</tbody>
            </table>
          )}
          <MoreButton list={list} />
        </Reading>
      </div>
    </>
  );
}

function MailRow({ mail }: { mail: MailView }) {
  const { to, subject, state, digest, createdAt, dueAt, sentAt, bouncedAt, tries, lastError } = mail;
  const told = [
    sentAt ? momentText(sentAt) : bouncedAt ? momentText(bouncedAt) : dueAt ? `ส่ง ${momentText(dueAt)}` : '',
    digest ? label(`settings.${digest}`) : '', tries > 1 || (tries > 0 && state !== 'sent') ? `ส่งแล้ว ${tries} ครั้ง` : '',
  ].filter(Boolean).join(' · ');
  return (
    <tr>
      <th scope="row"><Words>{subject}</Words></th>
      <td data-label={label('mails.to')}><Words>{to.name}</Words><br /><span className="sm muted stay">{to.address}</span></td>
      <td data-label={label('mails.made')}>{momentText(createdAt)}</td>
      <td data-label={label('mails.state')}><StatusTag shape={shapes[state]}>{label(`mails.${state}`)}</StatusTag>{told && <p className="sm muted"><Words>{told}</Words></p>}{lastError && <p className="xs muted detail" lang="en">{lastError}</p>}</td>
    </tr>
  );
}
