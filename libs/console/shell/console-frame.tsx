import type { SessionView } from '@prongsai/kernel/contracts';
import {
  Icon, isUrgent, Loading, OfflineLine, ProblemNote, SessionContext, sessionQuery, Sheet, tasksOf, today, UndoToast, useLiveNetwork, useLiveTenant, usePlace, useSession, useTenantName, useWork, Words,
} from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { KeysSheet } from './keys-sheet';
import { label } from './labels';
import { currentEntry, networkNavigation, tenantNavigation, type NavEntry } from './navigation';
import { MissingPage } from './route-states';
import { SignInForm } from './sign-in-form';
import { SignInPage } from './sign-in.page';
import { TopBar } from './top-bar';
import { WelcomePage } from './welcome.page';

/**
 * The root of every screen. Signed out: the door. A session that runs out in the middle of work: the screen stays as it
 * is behind a dialog that asks to sign in again.
 */
export function ConsoleFrame() {
  const pathname = useLocation({ select: (location) => location.pathname });
  return pathname === '/welcome' ? <WelcomePage /> : <SignedInFrame />;
}

function SignedInFrame() {
  const { data, isPending, error, refetch } = useQuery(sessionQuery);
  const [last, setLast] = useState<SessionView | null>(null);
  useEffect(() => { if (data) setLast(data); }, [data]);
  const session = data ?? last;
  if (!session) {
    if (isPending) return <Loading what="บัญชีของท่าน" />;
    if (error) return <main className="gate"><ProblemNote error={error} onRetry={() => void refetch()} /></main>;
    return <SignInPage />;
  }
  return (
    <SessionContext value={session}>
      <Frame />
      <Sheet title="หมดเวลาการใช้งาน" opened={data === null}>
        <div className="stack">
          <p><Words>เข้าระบบอีกครั้ง ข้อความที่พิมพ์ยังอยู่</Words></p>
          <SignInForm onDone={(next) => { if (next.account.id !== session.account.id) window.location.assign('/'); }} />
        </div>
      </Sheet>
    </SessionContext>
  );
}

function Frame() {
  const { slug, network } = usePlace();
  if (slug) return <TenantFrame slug={slug} />;
  if (network) return <NetworkFrame network={network} />;
  return <Drawn slug="" network="" placeName="" entries={[]} />;
}

function TenantFrame({ slug }: { slug: string }) {
  const { memberships, networks, account } = useSession();
  const roles = memberships.find(({ tenant }) => tenant.slug === slug)?.roles ?? null;
  useLiveTenant(slug, roles !== null);
  const { data: work } = useWork(slug, roles !== null);
  const counts = useMemo(() => (work ? { work: tasksOf(work, account.id, today()).filter(isUrgent).length, checks: work.checks.length, notices: work.unreadNotices } : null), [work, account.id]);
  const name = useTenantName(slug);
  // Somebody else's unit looks as if it were not there (SPEC 3).
  if (roles === null && networks.length === 0) return <Drawn slug="" network="" placeName="" entries={[]} missing />;
  return <Drawn slug={slug} network="" placeName={name} unread={counts?.notices} isMember={roles !== null} entries={tenantNavigation({ slug, roles, networks: networks.map((one) => one.slug), counts })} />;
}

function NetworkFrame({ network }: { network: string }) {
  const held = useSession().networks.find((one) => one.slug === network);
  useLiveNetwork(network, held !== undefined);
  if (!held) return <Drawn slug="" network="" placeName="" entries={[]} missing />;
  return <Drawn slug="" network={network} placeName={held.name} entries={networkNavigation(network, held.roles)} />;
}

const exactly = { exact: true };

function Count({ entry }: { entry: NavEntry }) {
  return entry.count ? <span className="n">{entry.count}<span className="vh"> รายการ</span></span> : null;
}

function Drawn({ slug, network, placeName, entries, unread, isMember = false, missing = false }: {
  slug: string; network: string; placeName: string; entries: NavEntry[]; unread?: number | undefined; isMember?: boolean; missing?: boolean;
}) {
  const pathname = useLocation({ select: (location) => location.pathname });
  const here = currentEntry(entries, pathname);
  const [menuOpen, setMenuOpen] = useState(false);
  const tabs = entries.filter(({ tab }) => tab);
  const mark = (entry: NavEntry) => (entry === here ? { 'aria-current': 'page' as const } : {});
  return (
    <>
      <a className="skip" href="#main" onClick={() => document.getElementById('main')?.focus()}>{label('nav.skip')}</a>
      <TopBar slug={slug} network={network} placeName={placeName} unread={unread} mayFind={isMember} />
      <div className={entries.length > 0 ? 'shell' : 'shell alone'}>
        {entries.length > 0 && (
          <nav className="side" aria-label={label('nav.menu')}>
            <ul className="plain">
              {entries.map((entry) => <li key={entry.to}><Link to={entry.to} {...mark(entry)} activeOptions={exactly}><Icon name={entry.icon} /><Words>{label(entry.text)}</Words><Count entry={entry} /></Link></li>)}
            </ul>
          </nav>
        )}
        <main className="main" id="main" tabIndex={-1}>
          <OfflineLine />
          {missing ? <MissingPage /> : <Outlet />}
        </main>
      </div>
      {entries.length > 0 && (
        <nav className="tabbar" aria-label={label('nav.bottom')}>
          {tabs.map((entry) => <Link key={entry.to} to={entry.to} {...mark(entry)} activeOptions={exactly}><Icon name={entry.icon} /><span>{entry.tab && label(entry.tab)}</span><Count entry={entry} /></Link>)}
          <button type="button" onClick={() => setMenuOpen(true)}><Icon name="more" /><span>{label('nav.all')}</span></button>
        </nav>
      )}
      <Sheet title={label('nav.menu')} opened={menuOpen} onClose={() => setMenuOpen(false)}>
        <ul className="plain nav-sheet">
          {entries.map((entry) => <li key={entry.to}><Link to={entry.to} {...mark(entry)} activeOptions={exactly} onClick={() => setMenuOpen(false)}><Icon name={entry.icon} /><Words>{label(entry.text)}</Words><Count entry={entry} /></Link></li>)}
        </ul>
      </Sheet>
      <UndoToast />
      <KeysSheet />
    </>
  );
}
