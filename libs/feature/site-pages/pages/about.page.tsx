import type { ComponentChildren } from 'preact';
import { mailHref } from './links';
import { PhoneLink } from './parts/contact-facts';
import { policyPlaces, sitePage, type SiteFrame } from './parts/site-frame';
import { Words } from './parts/words';
import { unitWords } from './unit-words';

/** The policies that every site shows. */
export const policies = ['accessibility', 'privacy', 'site'] as const;
export type Policy = (typeof policies)[number];

/** A heading with its points, each a sentence that is true of the service as it runs. */
interface Part {
  heading: string;
  points: readonly string[];
}

const parts: Record<Policy, (self: string, origin: string) => readonly Part[]> = {
  accessibility: () => [
    {
      heading: 'สิ่งที่เว็บไซต์นี้ทำให้',
      points: [
        'ตั้งเป้าตามมาตรฐาน WCAG 2.2 ระดับ AA ตรวจทุกแบบของหน้าด้วยเครื่องมืออัตโนมัติทั้งจอโทรศัพท์และจอคอมพิวเตอร์',
        'ใช้ได้ด้วยแป้นพิมพ์ โปรแกรมอ่านหน้าจอ และโดยไม่ต้องเปิดใช้ JavaScript',
        'ปรับขนาดตัวอักษรและความต่างสีได้ที่หน้าตั้งค่าการอ่าน และขยายถึงสองเท่าได้โดยไม่ต้องเลื่อนแนวนอน',
        'ทุกเรื่องมีหน้าเว็บที่อ่านได้ ไฟล์แนบบอกชนิดและขนาดก่อนเปิด',
      ],
    },
    {
      heading: 'ข้อจำกัดที่ทราบ',
      points: ['ไฟล์แนบบางไฟล์เป็นภาพสแกน โปรแกรมอ่านหน้าจออ่านไม่ได้ ขอเนื้อหาในรูปแบบอื่นได้จากหน่วยงาน', 'ยังไม่มีหน้าภาษาอังกฤษและภาษามลายู'],
    },
  ],
  privacy: (self) => [
    {
      heading: 'ข้อมูลที่เว็บไซต์นี้เก็บ',
      points: [
        'อ่านเว็บไซต์ได้โดยไม่ต้องบอกชื่อ ไม่มีการเข้าระบบ ไม่มีคุกกี้ติดตาม และไม่ส่งข้อมูลของท่านให้เว็บไซต์อื่น',
        'คุกกี้มีตัวเดียวชื่อ pref เก็บเฉพาะขนาดตัวอักษรและความต่างสีที่ท่านเลือก มีเมื่อท่านตั้งค่าเองเท่านั้น',
        'คำที่ท่านค้นหาไม่ถูกเก็บเป็นประวัติของท่าน',
      ],
    },
    {
      heading: 'ข้อมูลส่วนบุคคลในเรื่องที่เผยแพร่',
      points: [
        `${self}ตรวจก่อนเผยแพร่ว่าไม่มีข้อมูลส่วนบุคคลที่ต้องปิด และแสดงชื่อบุคลากรเฉพาะผู้ที่หน่วยงานกำหนดให้แสดง`,
        'หากพบข้อมูลของท่านที่ไม่ควรเผยแพร่ โปรดแจ้งตามช่องทางด้านล่าง หน่วยงานนำลงได้ทันที',
      ],
    },
  ],
  site: (self, origin) => [
    {
      heading: 'ข้อมูลบนเว็บไซต์',
      points: [
        `ทุกเรื่องมาจากเจ้าของข้อมูลของ${self} ผ่านผู้อนุมัติรับรองซึ่งไม่ใช่ผู้ขอ แล้วจึงเผยแพร่โดย Web Master ที่ได้รับแต่งตั้ง`,
        'ทุกเรื่องบอกเจ้าของข้อมูล ช่วงวันที่ของข้อมูล วันที่เผยแพร่ และวันที่แสดงถึง',
        'ลิงก์ถาวรไม่เปลี่ยน เมื่อครบระยะเวลาหรือนำลง ลิงก์เดิมบอกเหตุและช่องทางสอบถาม',
      ],
    },
    {
      heading: 'การนำไปใช้และลิงก์',
      points: ['นำข้อมูลไปใช้ต่อได้โดยอ้างแหล่งที่มา เรื่องที่มีเจ้าของลิขสิทธิ์อื่นระบุไว้ในเรื่องนั้น', 'เว็บไซต์อื่นที่เชื่อมโยงไปอยู่นอกความรับผิดชอบของหน่วยงาน'],
    },
    {
      heading: 'ความปลอดภัย',
      points: [
        'หน้าเว็บไม่เรียกสิ่งใดจากเว็บไซต์อื่น และไม่มีสคริปต์ฝังในหน้า',
        'ไฟล์แนบผ่านการตรวจชนิดและเนื้อหาก่อนเผยแพร่',
        origin.startsWith('https:') ? 'รับส่งข้อมูลด้วยการเข้ารหัส HTTPS' : 'ตรวจที่อยู่เว็บไซต์ให้ตรงก่อนใช้งานทุกครั้ง',
      ],
    },
  ],
};

/** A short honest page on how the site is run; the same on every unit's site but for whom to ask. */
export function aboutPage(frame: SiteFrame, policy: Policy): string {
  const { tenant } = frame;
  const { self } = unitWords(tenant);
  const path = `/about/${policy}`;
  const title = policyPlaces.find(({ href }) => href === path)?.label ?? '';
  const mail = mailHref(tenant.email);
  return sitePage(
    frame,
    { title, path, above: [], description: `${title} ของ${tenant.nameTh}` },
    <div class="wrap page stack-l measured">
      <h1>
        <Words text={title} />
      </h1>
      {parts[policy](self, frame.origin).map(({ heading, points }) => (
        <Section heading={heading}>
          <ul class="points">
            {points.map((point) => (
              <li>
                <Words text={point} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <Section heading="ติดต่อเรื่องนี้">
        <p>
          <Words text={tenant.nameTh} /> {tenant.phone ? <>โทร <PhoneLink phone={tenant.phone} /></> : null} {mail ? <>อีเมล <a href={mail}>{tenant.email}</a></> : null}{' '}
          <a href="/contact">ช่องทางทั้งหมด</a>
        </p>
      </Section>
    </div>,
  );
}

function Section({ heading, children }: { heading: string; children: ComponentChildren }) {
  return (
    <section class="stack-s">
      <h2 class="lb">
        <Words text={heading} />
      </h2>
      {children}
    </section>
  );
}
