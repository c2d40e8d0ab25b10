import { callApi, DoneNote, PlainButton, ProblemNote, Sheet, tenantPath, Words, type ApiProblem, type UnitFacts } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { label } from './labels';
import type { OpeningStep } from './opening';
import type { StepProps } from './step-props';

const mendedAt: Record<string, OpeningStep> = { WEB_MASTERS: 'people', CONTACT: 'contact' };

/** The end of the way: what is still missing with the way there, what opens when, and the opening itself. */
export function OpenStep({ unit, network, to, onDone, onBack }: StepProps & { network: string; to: (step: OpeningStep) => { to: string; search?: never } }) {
  const [asking, setAsking] = useState(false);
  const act = useMutation<UnitFacts, ApiProblem>({ mutationFn: () => callApi<UnitFacts>('POST', tenantPath(unit.slug, 'go-live'), {}), onSuccess: async () => { setAsking(false); await onDone(); }, onError: () => setAsking(false) });
  if (unit.state !== 'setting_up') return <Opened unit={unit} network={network} />;
  const { allowed, reasons } = unit.goLive;
  return (
    <>
      <h2>ตรวจและเปิดเว็บ</h2>
      <p className="lead stay"><Words>เว็บไซต์จะอยู่ที่</Words> <b>{unit.siteUrl}</b></p>
      <div className="note"><p><Words>ตอนนี้ที่อยู่นี้ยังไม่แสดงอะไรต่อประชาชน เปิดเมื่อกดเปิดเว็บไซต์ หน้าแรก หน้าติดต่อ และหมวดหมู่แสดงทันที เรื่องต่าง ๆ แสดงเมื่อหน่วยงานเผยแพร่</Words></p></div>
      {reasons.length > 0 ? (
        <section className="card stack-s" aria-labelledby="missing">
          <h3 id="missing">{label('open.missing')}</h3>
          <ul className="issues plain">{reasons.map(({ code, text }) => <li key={code} className="row between"><Words>{text}</Words>{mendedAt[code] && <Link className="btn sec small" {...to(mendedAt[code])}>{label(`open.step.${mendedAt[code]}`)}</Link>}</li>)}</ul>
        </section>
      ) : <DoneNote><Words>ครบทุกข้อแล้ว เปิดเว็บไซต์ได้</Words></DoneNote>}
      <section className="stack-s" aria-labelledby="first-week">
        <h3 id="first-week">งานสัปดาห์แรกของหน่วยงาน</h3>
        <ol><li><Words>เผยแพร่ประกาศกรอบแนวทางของปีงบประมาณ</Words></li><li><Words>เผยแพร่คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์</Words></li><li><Words>ขอเผยแพร่เรื่องแรกในหมวดข้อมูลหน่วยงาน</Words></li></ol>
      </section>
      {act.error && <ProblemNote error={act.error} />}
      <div className="row">
        {allowed && <PlainButton size="big" onClick={() => setAsking(true)}>{label('open.golive')}</PlainButton>}
        <Link className="btn sec" to={`/n/${network}/units`}>{label('units.title')}</Link>
        <PlainButton tone="quiet" onClick={onBack}>{label('open.back')}</PlainButton>
      </div>
      <Sheet title={label('open.golive')} opened={asking} onClose={() => setAsking(false)}>
        <div className="stack">
          <p><Words>{`ประชาชนเห็นเว็บไซต์ของ${unit.name}ทันที ต้องมี Web Master อย่างน้อย ${unit.minWebMasters} คนตลอดไป`}</Words></p>
          <div className="row"><PlainButton busy={act.isPending} onClick={() => act.mutate()}>{label('open.golive')}</PlainButton><PlainButton tone="sec" onClick={() => setAsking(false)}>ยังไม่เปิด</PlainButton></div>
        </div>
      </Sheet>
    </>
  );
}

function Opened({ unit, network }: { unit: UnitFacts; network: string }) {
  return (
    <>
      <DoneNote><b><Words>{`เว็บไซต์ของ${unit.shortName}เปิดแล้ว`}</Words></b></DoneNote>
      <p className="row"><a className="btn" href={unit.siteUrl} target="_blank" rel="noreferrer">{label('unit.site')}</a><Link className="btn sec" to={`/n/${network}/units`}>{label('units.title')}</Link></p>
    </>
  );
}
