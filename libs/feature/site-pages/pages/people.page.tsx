import { roleWords } from '@prongsai/kernel/workflow';
import type { ShownPerson } from '@prongsai/domain/people';
import { PhoneLink } from './parts/contact-facts';
import { sitePage, type SiteFrame } from './parts/site-frame';
import { Words } from './parts/words';
import { unitWords } from './unit-words';

/** The head's office and the people whom the unit decided to show: name, position, what they are appointed to. */
export function peoplePage(frame: SiteFrame, people: readonly ShownPerson[]): string {
  const { tenant } = frame;
  const words = unitWords(tenant);
  return sitePage(
    frame,
    { title: 'บุคลากร', path: '/people', above: [], description: `ผู้บริหารและเจ้าหน้าที่ผู้ดูแลเว็บไซต์ของ${tenant.nameTh}` },
    <div class="wrap page stack-l">
      <header class="stack-s">
        <h1>
          <Words text={`บุคลากรของ${words.self}`} />
        </h1>
        <p class="muted measure">
          {tenant.headTitle ? <Words text={`หัวหน้าหน่วยงาน: ${tenant.headTitle}`} /> : <Words text={tenant.nameTh} />}
        </p>
      </header>
      {people.length > 0 ? (
        <ul class="people">
          {people.map(({ name, position, roles }) => (
            <li class="card stack-s">
              <h2>{name}</h2>
              {position ? (
                <p>
                  <Words text={position} />
                </p>
              ) : null}
              <p class="sm muted">
                <Words text={roles.map((role) => roleWords[role]).join(' · ')} />
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p class="note">
          <Words text={`${words.self}ยังไม่ได้แสดงรายชื่อ `} />
          {tenant.phone ? <>สอบถามโทร <PhoneLink phone={tenant.phone} /></> : <a href="/contact">ดูช่องทางสอบถาม</a>}
        </p>
      )}
      <p class="sm muted measure">
        <Words text="แสดงเฉพาะผู้ที่หน่วยงานกำหนดให้แสดง และการแต่งตั้งที่มีผลอยู่ในวันนี้ " />
        <a href="/contact">ช่องทางติดต่อ{words.self}</a>
      </p>
    </div>,
  );
}
