import { useSession, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { label } from './labels';
import { markOf, openingSteps, type OpeningStep } from './opening';

/** Whether the signed-in person may open units in the network: the administrator's act (SPEC 4); no record of its own could say so. */
export function useMayOpen(network: string): boolean {
  return useSession().networks.find(({ slug }) => slug === network)?.roles.includes('network_admin') ?? false;
}

/** Where one is of the five steps; those behind the first are links once the unit exists. */
export function Stepper({ now, done, to }: { now: OpeningStep; done: (step: OpeningStep) => boolean; to?: (step: OpeningStep) => { to: string; search?: never } }) {
  return (
    <>
      <ol className="plain steps" aria-label={label('open.steps')}>
        {openingSteps.map((step) => {
          const name = <span className="name">{label(`open.step.${step}`)}{done(step) && step !== now && <span className="vh"> เสร็จแล้ว</span>}</span>;
          return <li key={step} className={step === now ? 'n' : done(step) ? 'd' : ''} {...(step === now ? { 'aria-current': 'step' as const } : {})}>{to && step !== 'unit' && step !== now ? <Link {...to(step)}>{name}</Link> : name}</li>;
        })}
      </ol>
      <p className="sm muted">{`ขั้นที่ ${openingSteps.indexOf(now) + 1} จาก ${openingSteps.length}`}</p>
    </>
  );
}

/** The site as it will look, filled in while one types, with what comes along by itself. */
export function SitePreview({ site, children }: { site: { name: string; shortName: string; province: string; address: string; phone: string }; children?: ReactNode }) {
  return (
    <aside className="opening-aside" aria-label={label('open.preview')}>
      <p className="row between sm"><b>{label('open.preview')}</b><span className="muted stay">{site.address}</span></p>
      <div className="mini" aria-hidden="true">
        <div className="m1"><span className="mark">{markOf(site.shortName)}</span><span><b><Words>{site.name || 'ชื่อหน่วยงาน'}</Words></b><br /><span className="xs muted"><Words>{site.province}</Words></span></span></div>
        <div className="m2"><b><Words>{`ข้อมูลและบริการสาธารณสุขของ${site.shortName || 'หน่วยงาน'}`}</Words></b><i /></div>
        <div className="m3"><span>{`โทร ${site.phone || '–'}`}</span><span><Words>คู่มือสำหรับประชาชน</Words></span><span><Words>ข่าวประชาสัมพันธ์</Words></span></div>
      </div>
      {children}
    </aside>
  );
}

/** What a new unit gets without doing anything for it. */
export function ComesAlong({ categories }: { categories: number | null }) {
  return (
    <ul className="plain sm got">
      <li className="is"><Words>{categories === null ? 'หมวดหมู่ตามประเภทหน่วยงาน' : `หมวดหมู่ ${categories} หมวดตามประกาศ`}</Words></li>
      <li className="is"><Words>แบบฟอร์มขอเผยแพร่ข้อมูลในชื่อหน่วยงาน</Words></li>
      <li className="is"><Words>รอบรายงานและวันครบกำหนดของจังหวัด</Words></li>
      <li><Words>ตราหน่วยงานเพิ่มภายหลังได้ ใช้อักษรย่อไปก่อน</Words></li>
    </ul>
  );
}
