import { Menu } from '@mantine/core';
import { Icon, ProblemNote, Sheet, signOut, useSession, Words } from '@prongsai/console/ui';
import { roleWords } from '@prongsai/kernel/workflow';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { initialsOf } from './navigation';

const menuParts = { dropdown: 'menu', label: 'menu-label', item: 'menu-item', divider: 'menu-line' };

/** The unit or network one works in, the way to the others, the notices and the person. */
export function TopBar({ slug, network, placeName }: { slug: string; network: string; placeName: string }) {
  const { account, memberships, networks } = useSession();
  const navigate = useNavigate();
  const [failed, setFailed] = useState<unknown>(null);
  const membership = memberships.find(({ tenant }) => tenant.slug === slug);
  const held = network ? networks.find((one) => one.slug === network)?.roles ?? [] : membership?.roles ?? networks.flatMap(({ roles }) => roles);
  const roles = held.map((role) => roleWords[role]).join(' · ');
  return (
    <header className="topbar">
      <div className="topbar-in">
        <span className="mark" aria-hidden="true">{initialsOf(placeName || 'โปร่งใส')}</span>
        <Menu classNames={menuParts} position="bottom-start" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <button type="button" className="unit-switch"><span><Words>{placeName || 'เลือกหน่วยงาน'}</Words></span><Icon name="down" /><span className="vh">เปลี่ยนหน่วยงาน</span></button>
          </Menu.Target>
          <Menu.Dropdown>
            {memberships.length > 0 && <Menu.Label role="presentation">หน่วยงานของท่าน</Menu.Label>}
            {memberships.map(({ tenant }) => (
              <Menu.Item key={tenant.slug} aria-current={tenant.slug === slug} onClick={() => void navigate({ to: `/t/${tenant.slug}` })}>{tenant.name}</Menu.Item>
            ))}
            {networks.length > 0 && <Menu.Label role="presentation">เครือข่ายจังหวัด</Menu.Label>}
            {networks.map((one) => (
              <Menu.Item key={one.slug} aria-current={one.slug === network} onClick={() => void navigate({ to: `/n/${one.slug}` })}>{one.name}</Menu.Item>
            ))}
            {membership && <Menu.Divider role="presentation" />}
            {membership && <Menu.Item component="a" href={membership.tenant.siteUrl} target="_blank" rel="noopener">เปิดเว็บไซต์ประชาชนของหน่วยงาน</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
        <span className="system-name only-wide"><Words>ระบบเผยแพร่ข้อมูลสาธารณะ</Words></span>
        <span className="row tight push">
          {slug && <Link className="bar-link" to={`/t/${slug}/notices`}><Icon name="bell" /><span className="vh">แจ้งเตือน</span></Link>}
          <Menu classNames={menuParts} position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <button type="button" className="bar-link">
                <span className="ava" aria-hidden="true">{initialsOf(account.name)}</span>
                <span className="who-name sm only-wide">{account.name}<small>{roles}</small></span>
                <span className="vh">บัญชีของท่าน</span>
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label role="presentation">{account.name}{account.position ? ` · ${account.position}` : ''}<br />{account.email}</Menu.Label>
              <Menu.Item onClick={() => { signOut().catch(setFailed); }}><Icon name="out" /> ออกจากระบบ</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </span>
      </div>
      <Sheet title="ออกจากระบบไม่สำเร็จ" opened={failed !== null} onClose={() => setFailed(null)}><ProblemNote error={failed} /></Sheet>
    </header>
  );
}
