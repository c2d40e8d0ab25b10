import type { SessionView } from '@prongsai/kernel/contracts';
import { Icon, Loading, OfflineLine, ProblemNote, SessionContext, sessionQuery, Sheet, useLiveNetwork, useLiveTenant, usePlace, useTenantName, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { currentEntry, networkNavigation, tenantNavigation, type NavEntry } from './navigation';
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
  const { data: session } = useQuery(sessionQuery);
  const isMember = session?.memberships.some(({ tenant }) => tenant.slug === slug) ?? false;
  useLiveTenant(slug, isMember);
  return <Drawn slug={slug} network="" placeName={useTenantName(slug)} entries={tenantNavigation(slug, isMember, session?.networks.map((one) => one.slug))} />;
}

function NetworkFrame({ network }: { network: string }) {
  const { data: session } = useQuery(sessionQuery);
  const held = session?.networks.find((one) => one.slug === network);
  useLiveNetwork(network, held !== undefined);
  return <Drawn slug="" network={network} placeName={held?.name ?? network} entries={networkNavigation(network, held?.roles ?? [])} />;
}

const exactly = { exact: true };

function Drawn({ slug, network, placeName, entries }: { slug: string; network: string; placeName: string; entries: NavEntry[] }) {
  const pathname = useLocation({ select: (location) => location.pathname });
  const here = currentEntry(entries, pathname);
  const [menuOpen, setMenuOpen] = useState(false);
  const tabs = entries.filter(({ tab }) => tab);
  const mark = (entry: NavEntry) => (entry === here ? { 'aria-current': 'page' as const } : {});
  return (
    <>
      <a className="skip" href="#main" onClick={() => document.getElementById('main')?.focus()}>ข้ามไปเนื้อหาหลัก</a>
      <TopBar slug={slug} network={network} placeName={placeName} />
      <div className="shell">
        <nav className="side" aria-label="เมนูเจ้าหน้าที่">
          <ul className="plain">
            {entries.map((entry) => <li key={entry.to}><Link to={entry.to} {...mark(entry)} activeOptions={exactly}><Icon name={entry.icon} /><span><Words>{entry.text}</Words></span></Link></li>)}
          </ul>
        </nav>
        <main className="main" id="main" tabIndex={-1}>
          <OfflineLine />
          <Outlet />
        </main>
      </div>
      {entries.length > 0 && (
        <nav className="tabbar" aria-label="เมนูล่าง">
          {tabs.map((entry) => <Link key={entry.to} to={entry.to} {...mark(entry)} activeOptions={exactly}><Icon name={entry.icon} /><span>{entry.tab}</span></Link>)}
          <button type="button" onClick={() => setMenuOpen(true)}><Icon name="more" /><span>ทั้งหมด</span></button>
        </nav>
      )}
      <Sheet title="เมนูเจ้าหน้าที่" opened={menuOpen} onClose={() => setMenuOpen(false)}>
        <ul className="plain nav-sheet">
          {entries.map((entry) => <li key={entry.to}><Link to={entry.to} {...mark(entry)} activeOptions={exactly} onClick={() => setMenuOpen(false)}><Icon name={entry.icon} /><Words>{entry.text}</Words></Link></li>)}
        </ul>
      </Sheet>
    </>
  );
}
