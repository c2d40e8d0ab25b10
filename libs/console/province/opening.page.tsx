import type { MemberView } from '@prongsai/kernel/contracts';
import { callApi, Empty, PageHead, Reading, tenantKey, tenantPath, useCategories, useFilters, usePlace, useSession, useUnit, type Page, type UnitFacts } from '@prongsai/console/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { CategoriesStep } from './categories-step';
import { ContactStep } from './contact-step';
import { label } from './labels';
import { OpenStep } from './open-step';
import { openingSteps, stepsDone, stepToShow, type OpeningStep } from './opening';
import { ComesAlong, SitePreview, Stepper, useMayOpen } from './opening-frame';
import { PeopleStep } from './people-step';

/** Steps two to five for a unit that exists: the address names the unit and the step, so one may leave and come back. */
export function OpeningPage() {
  const { network, id: slug } = usePlace();
  const networkName = useSession().networks.find((one) => one.slug === network)?.name ?? network;
  const mayOpen = useMayOpen(network);
  const unit = useUnit(slug, mayOpen);
  const members = useQuery({ queryKey: tenantKey(slug, 'members'), enabled: mayOpen, queryFn: ({ signal }) => callApi<Page<MemberView>>('GET', tenantPath(slug, 'members'), undefined, signal) });
  const crumbs = [{ text: label('province.title'), to: `/n/${network}` }, { text: label('units.title'), to: `/n/${network}/units` }];
  return (
    <>
      <PageHead title={unit.data ? unit.data.name : label('open.title')} here={unit.data?.shortName ?? slug} unit={networkName} crumbs={crumbs} />
      {mayOpen ? (
        <Reading isPending={unit.isPending || members.isPending} error={unit.error ?? members.error} onRetry={() => { void unit.refetch(); void members.refetch(); }} what="หน่วยงาน">
          {unit.data && members.data && <Steps key={slug} network={network} networkName={networkName} unit={unit.data} members={members.data.items} />}
        </Reading>
      ) : <Empty>ผู้ดูแลระบบระดับจังหวัดเป็นผู้เปิดหน่วยงาน</Empty>}
    </>
  );
}

function Steps({ network, networkName, unit, members }: { network: string; networkName: string; unit: UnitFacts; members: MemberView[] }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const categories = useCategories(unit.slug);
  const [{ step: asked }] = useFilters(['step']);
  const [phone, setPhone] = useState(unit.phone ?? '');
  const done = stepsDone(unit, members);
  const step = stepToShow(asked, done);
  const to = (wanted: OpeningStep) => ({ to: `/n/${network}/open/${unit.slug}`, search: { step: wanted } as never });
  const go = (by: 1 | -1) => { const next = openingSteps[openingSteps.indexOf(step) + by]; if (next) void navigate(next === 'unit' ? to('contact') : to(next)); window.scrollTo({ top: 0 }); };
  const fresh = () => Promise.all([client.invalidateQueries({ queryKey: tenantKey(unit.slug) }), client.invalidateQueries({ queryKey: ['network', network] })]);
  const props = { unit, members, onDone: fresh, onNext: () => go(1), onBack: () => go(-1) };
  return (
    <div className="opening">
      <div className="stack">
        <Stepper now={step} done={(one) => done[one]} to={to} />
        {step === 'contact' && <ContactStep {...props} onPhone={setPhone} />}
        {step === 'categories' && <CategoriesStep {...props} categories={categories} />}
        {step === 'people' && <PeopleStep {...props} />}
        {step === 'open' && <OpenStep {...props} network={network} to={to} />}
      </div>
      <SitePreview site={{ name: unit.name, shortName: unit.shortName, province: networkName, address: new URL(unit.siteUrl).host, phone: step === 'contact' ? phone : (unit.phone ?? '') }}>
        <ComesAlong categories={categories.data?.length ?? null} />
      </SitePreview>
    </div>
  );
}
