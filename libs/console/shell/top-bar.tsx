import { Menu } from '@mantine/core';
import { chooseLanguage, Icon, language, ProblemNote, Sheet, signOut, useSession, Words } from '@prongsai/console/ui';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { showKeys } from './keys-sheet';
import { label, rolesText } from './labels';
import { initialsOf } from './navigation';
import { SearchField } from './search-field';

const parts = { dropdown: 'menu', label: 'menu-label', item: 'menu-item', divider: 'menu-line' };
const menu = { classNames: parts, withinPortal: false, withInitialFocusPlaceholder: false, transitionProps: { duration: 0 } };

/** The unit or network one works in, the way to the others, search, the notices and the person. */
export function TopBar({ slug, network, placeName, unread = 0, mayFind }: { slug: string; network: string; placeName: string; unread?: number | undefined; mayFind: boolean }) {
  return (
    <header className="topbar">
      <div className="topbar-in">
        <span className="mark" aria-hidden="true">{initialsOf(placeName || 'โปร่งใส')}</span>
        <PlaceMenu slug={slug} network={network} placeName={placeName} />
        <span className="system-name only-wide"><Words>{label('bar.system')}</Words></span>
        <div className="row tight push bar-right">
          {mayFind && <SearchField slug={slug} wide />}
          {mayFind && <Link className="bar-link only-narrow" to={`/t/${slug}/search`}><Icon name="search" /><span className="vh">{label('search.title')}</span></Link>}
          {slug && (
            <Link className="bar-link bell" to={`/t/${slug}/notices`}>
              <Icon name="bell" /><span className="vh">{label('nav.notices')}</span>
              {unread > 0 && <span className="dot">{unread > 99 ? '99+' : unread}<span className="vh"> {label('bar.unread')}</span></span>}
            </Link>
          )}
          <AccountMenu slug={slug} network={network} />
        </div>
      </div>
    </header>
  );
}

function PlaceMenu({ slug, network, placeName }: { slug: string; network: string; placeName: string }) {
  const { memberships, networks } = useSession();
  const navigate = useNavigate();
  const membership = memberships.find(({ tenant }) => tenant.slug === slug);
  return (
    <Menu {...menu} position="bottom-start">
      <Menu.Target>
        <button type="button" className="unit-switch"><Words>{placeName || label('bar.choose')}</Words><Icon name="down" /><span className="vh">{label('bar.switch')}</span></button>
      </Menu.Target>
      <Menu.Dropdown>
        {memberships.length > 0 && <Menu.Label role="presentation">{label('bar.units')}</Menu.Label>}
        {memberships.map(({ tenant }) => (
          <Menu.Item key={tenant.slug} aria-current={tenant.slug === slug} onClick={() => void navigate({ to: `/t/${tenant.slug}` })}>{tenant.name}</Menu.Item>
        ))}
        {networks.length > 0 && <Menu.Label role="presentation">{label('bar.networks')}</Menu.Label>}
        {networks.map((one) => (
          <Menu.Item key={one.slug} aria-current={one.slug === network} onClick={() => void navigate({ to: `/n/${one.slug}` })}>{one.name}</Menu.Item>
        ))}
        {membership && <Menu.Divider role="presentation" />}
        {membership && <Menu.Item component="a" href={membership.tenant.siteUrl} target="_blank" rel="noopener">{label('bar.site')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}

function AccountMenu({ slug, network }: { slug: string; network: string }) {
  const { account, memberships, networks } = useSession();
  const navigate = useNavigate();
  const [failed, setFailed] = useState<unknown>(null);
  const membership = memberships.find(({ tenant }) => tenant.slug === slug);
  const held = network ? networks.find((one) => one.slug === network)?.roles ?? [] : membership?.roles ?? networks.flatMap(({ roles }) => roles);
  return (
    <>
      <Menu {...menu} position="bottom-end">
        <Menu.Target>
          <button type="button" className="bar-link">
            <span className="ava" aria-hidden="true">{initialsOf(account.name)}</span>
            <span className="who-name sm only-wide">{account.name}<small>{rolesText(held)}</small></span>
            <span className="vh">{label('bar.account')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label role="presentation">{account.name}{account.position ? ` · ${account.position}` : ''}<br />{account.email}</Menu.Label>
          <Menu.Item lang="th" aria-current={language() === 'th'} onClick={() => chooseLanguage('th')}><Icon name="globe" /> ภาษาไทย</Menu.Item>
          <Menu.Item lang="en" aria-current={language() === 'en'} onClick={() => chooseLanguage('en')}><Icon name="globe" /> English</Menu.Item>
          {(slug || network) && <Menu.Item onClick={() => void navigate({ to: slug ? `/t/${slug}/notices/settings` : `/n/${network}/notice-settings` })}><Icon name="bell" /> {label('bar.noticeSettings')}</Menu.Item>}
          <Menu.Item onClick={() => showKeys(true)}><Icon name="keys" /> {label('bar.keys')} <kbd>?</kbd></Menu.Item>
          <Menu.Divider role="presentation" />
          <Menu.Item onClick={() => { signOut().catch(setFailed); }}><Icon name="out" /> {label('bar.signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Sheet title="ออกจากระบบไม่สำเร็จ" opened={failed !== null} onClose={() => setFailed(null)}><ProblemNote error={failed} /></Sheet>
    </>
  );
}
