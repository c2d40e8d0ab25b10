import type { OpenTenantBody } from '@prongsai/kernel/contracts';
import { tenantKinds } from '@prongsai/kernel/workflow';
import {
  callApi, ErrorSummary, fieldTexts, networkKey, networkPath, PageHead, PlainButton, SelectField, summaryLines, TextField, usePlace, useSession, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { kindLabel } from './labels';

type Field = keyof OpenTenantBody;
const empty: Record<Field, string> = {
  slug: '', kind: '', name: '', nameEn: '', shortName: '', district: '', documentPrefix: '', address: '', phone: '', fax: '', email: '', mapUrl: '', headTitle: '', siteWorkGroup: '',
};

/** Opens a unit in one form; categories, rounds and papers come from the network's template. */
export function OpenTenantPage() {
  const { network } = usePlace();
  const name = useSession().networks.find(({ slug }) => slug === network)?.name ?? network;
  const client = useQueryClient();
  const [body, setBody] = useState(empty);
  const act = useMutation<unknown, ApiProblem>({
    mutationFn: () => callApi('POST', networkPath(network, 'tenants'), Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))),
    onSuccess: () => { window.scrollTo({ top: 0 }); void client.invalidateQueries({ queryKey: networkKey(network) }); },
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  const field = (path: Field) => ({ path, value: body[path], error: texts[path], onChange: (value: string) => setBody((all) => ({ ...all, [path]: value })) });
  if (act.isSuccess) return <Opened network={network} networkName={name} slug={body.slug} unitName={body.name} onAgain={() => { setBody(empty); act.reset(); }} />;
  return (
    <>
      <PageHead title="เปิดหน่วยงาน" unit={name} wrong={lines.length > 0} crumbs={[{ text: 'ภาพรวมจังหวัด', to: `/n/${network}` }]}
        under={<Words>หมวดหมู่ รอบรายงาน และแบบฟอร์มมาจากแม่แบบของจังหวัด เปิดให้ประชาชนเมื่อมี Web Master 2 คนและข้อมูลติดต่อครบ</Words>} />
      <form className="stack-l one-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <ErrorSummary {...(act.error ? { title: act.error.title } : {})} lines={lines} />
        <fieldset>
          <legend><span className="no" aria-hidden="true">1</span>หน่วยงาน</legend>
          <SelectField {...field('kind')} label="ประเภทหน่วยงาน" empty="เลือกประเภท" choices={tenantKinds.map((value) => ({ value, label: kindLabel(value) }))} />
          <TextField {...field('name')} label="ชื่อหน่วยงาน" />
          <div className="g2"><TextField {...field('shortName')} label="ชื่อย่อ" hint="เช่น สสอ.กะพ้อ" /><TextField {...field('nameEn')} label="ชื่อภาษาอังกฤษ" optional /></div>
          <div className="g2"><TextField {...field('slug')} label="ชื่อเว็บไซต์" hint="a-z 0-9 และขีดกลาง เช่น kapho" /><TextField {...field('district')} label="อำเภอ" optional /></div>
          <div className="g2"><TextField {...field('documentPrefix')} label="เลขที่หนังสือ" optional hint="เช่น ปน 1133" /><TextField {...field('headTitle')} label="ตำแหน่งหัวหน้าหน่วยงาน" optional /></div>
          <TextField {...field('siteWorkGroup')} label="กลุ่มงานที่ดูแลเว็บไซต์" optional />
        </fieldset>
        <fieldset>
          <legend><span className="no" aria-hidden="true">2</span>ข้อมูลติดต่อ</legend>
          <p className="sm muted"><Words>ต้องครบทุกช่องก่อนเปิดเว็บไซต์ให้ประชาชน</Words></p>
          <TextField {...field('address')} label="ที่อยู่" />
          <div className="g2"><TextField {...field('phone')} label="โทรศัพท์" type="tel" /><TextField {...field('fax')} label="โทรสาร" type="tel" /></div>
          <div className="g2"><TextField {...field('email')} label="อีเมล" type="email" /><TextField {...field('mapUrl')} label="ลิงก์แผนที่" type="url" placeholder="https://" /></div>
        </fieldset>
        <PlainButton type="submit" size="big" busy={act.isPending}>เปิดหน่วยงาน</PlainButton>
      </form>
    </>
  );
}

function Opened({ network, networkName, slug, unitName, onAgain }: { network: string; networkName: string; slug: string; unitName: string; onAgain: () => void }) {
  return (
    <>
      <PageHead title="เปิดหน่วยงานแล้ว" unit={networkName} crumbs={[{ text: 'ภาพรวมจังหวัด', to: `/n/${network}` }]} />
      <div className="stack">
        <div className="note ok stack-s" role="status"><p><b><Words>{unitName}</Words></b></p><p><Words>เว็บไซต์ยังไม่แสดงต่อประชาชน ขั้นต่อไปแต่งตั้งหัวหน้าหน่วยงาน ผู้อนุมัติรับรอง และ Web Master อย่างน้อย 2 คน</Words></p></div>
        <div className="row"><Link className="btn" to={`/t/${slug}/people`}>แต่งตั้งคนทำงาน</Link><PlainButton tone="sec" onClick={onAgain}>เปิดอีกหน่วยงาน</PlainButton></div>
      </div>
    </>
  );
}
