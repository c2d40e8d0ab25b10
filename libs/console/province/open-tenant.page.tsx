import type { NetworkTenantLine } from '@prongsai/kernel/contracts';
import { tenantKinds, type TenantKind } from '@prongsai/kernel/workflow';
import {
  callApi, Empty, ErrorSummary, fieldTexts, networkKey, networkPath, PageHead, PlainButton, SelectField, summaryLines, TextField, usePlace, useSession, Words, type ApiProblem,
} from '@prongsai/console/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { kindLabel, label } from './labels';
import { unitDefaults, type UnitDefaults } from './opening';
import { ComesAlong, SitePreview, Stepper, useMayOpen } from './opening-frame';

type Own = UnitDefaults & { district: string; documentPrefix: string };
const placeWords: Record<TenantKind, string> = { provincial_office: 'จังหวัด', district_office: 'อำเภอ', hospital: 'ชื่อที่ตามหลังคำว่าโรงพยาบาล', subdistrict_hospital: 'ตำบล' };

/** The first of five steps: which unit. Everything follows from the kind and the name of the place, and can be changed. */
export function OpenTenantPage() {
  const { network } = usePlace();
  const networkName = useSession().networks.find(({ slug }) => slug === network)?.name ?? network;
  const mayOpen = useMayOpen(network);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [kind, setKind] = useState<TenantKind>('district_office');
  const [place, setPlace] = useState('');
  const [placeEn, setPlaceEn] = useState('');
  const [own, setOwn] = useState<Partial<Own>>({});
  const body: Own = { district: kind === 'district_office' || kind === 'hospital' ? place.trim() : '', documentPrefix: '', ...unitDefaults(kind, place, placeEn), ...own };
  const act = useMutation<NetworkTenantLine, ApiProblem>({
    mutationFn: () => callApi<NetworkTenantLine>('POST', networkPath(network, 'tenants'), { kind, ...Object.fromEntries(Object.entries(body).filter(([, value]) => value.trim() !== '')) }),
    onSuccess: ({ slug }) => {
      void client.invalidateQueries({ queryKey: networkKey(network) });
      void client.invalidateQueries({ queryKey: ['network-units'] });
      void navigate({ to: `/n/${network}/open/${slug}`, search: { step: 'contact' } as never });
    },
  });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = fieldTexts(act.error?.fields ?? []);
  const field = (path: keyof Own) => ({ path, label: label(`field.${path}`), value: body[path], error: texts[path], onChange: (value: string) => setOwn((all) => ({ ...all, [path]: value })) });
  const crumbs = [{ text: label('province.title'), to: `/n/${network}` }, { text: label('units.title'), to: `/n/${network}/units` }];
  if (!mayOpen) return <><PageHead title={label('open.title')} unit={networkName} crumbs={crumbs} /><Empty>ผู้ดูแลระบบระดับจังหวัดเป็นผู้เปิดหน่วยงาน แจ้งชื่อหน่วยงานให้ผู้ดูแลระบบ</Empty></>;
  return (
    <>
      <PageHead title={label('open.title')} unit={networkName} wrong={lines.length > 0} crumbs={crumbs} />
      <div className="opening">
        <div className="stack">
          <Stepper now="unit" done={() => false} />
          <p className="lead"><Words>เปิดหน่วยงานใดในเครือข่าย ชื่อและตำแหน่งกรอกให้จากแม่แบบ แก้ได้</Words></p>
          <form className="card stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
            <ErrorSummary {...(act.error ? { title: act.error.title } : {})} lines={lines} />
            <SelectField path="kind" label={label('filter.kind')} value={kind} error={texts['kind']} onChange={(value) => setKind(value as TenantKind)} choices={tenantKinds.map((value) => ({ value, label: kindLabel(value) }))} />
            <div className="g2">
              <TextField path="place" label={label('field.place')} hint={placeWords[kind]} value={place} onChange={setPlace} />
              <TextField path="placeEn" label={label('field.placeEn')} hint="เช่น Kapho" value={placeEn} onChange={setPlaceEn} />
            </div>
            <TextField {...field('name')} />
            <div className="g2"><TextField {...field('shortName')} /><TextField {...field('slug')} hint="a-z 0-9 และขีดกลาง เปลี่ยนภายหลังไม่ได้" /></div>
            <div className="g2"><TextField {...field('nameEn')} optional /><TextField {...field('district')} optional /></div>
            <div className="g2"><TextField {...field('headTitle')} optional /><TextField {...field('siteWorkGroup')} optional /></div>
            <TextField {...field('documentPrefix')} optional hint="เช่น ปน 1133" />
            <PlainButton type="submit" size="big" busy={act.isPending}>{label('open.create')}</PlainButton>
            <p className="sm muted"><Words>สร้างแล้วออกไปทำอย่างอื่นได้ กลับมาทำต่อจากรายชื่อหน่วยงาน ประชาชนยังไม่เห็นเว็บไซต์</Words></p>
          </form>
        </div>
        <SitePreview site={{ ...body, province: networkName, address: siteAddress(body.slug), phone: '' }}><ComesAlong categories={null} /></SitePreview>
      </div>
    </>
  );
}

/** Where the site will stand, told from the console's own host. */
function siteAddress(slug: string): string {
  return `${slug || '…'}.${window.location.host.replace(/^console\./, '')}`;
}
