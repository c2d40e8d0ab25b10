import { Empty, PageHead, useSession, Words } from '@prongsai/console/ui';
import { Link, Navigate } from '@tanstack/react-router';
import { label, rolesText } from './labels';

/** Where a person may go: straight there when it is one place, else a list to choose from. */
export function HomePage() {
  const { memberships, networks } = useSession();
  const places = [
    ...memberships.map(({ tenant, roles }) => ({ to: `/t/${tenant.slug}`, name: tenant.name, roles })),
    ...networks.map(({ slug, name, roles }) => ({ to: `/n/${slug}`, name: `เครือข่ายจังหวัด: ${name}`, roles })),
  ];
  const [only] = places;
  if (only && places.length === 1) return <Navigate to={only.to} replace />;
  return (
    <>
      <PageHead title={label('home.title')} />
      {places.length === 0
        ? <Empty>ยังไม่มีหน่วยงานที่ท่านทำหน้าที่อยู่วันนี้ ติดต่อหัวหน้าหน่วยงานเพื่อแต่งตั้ง</Empty>
        : (
          <ul className="list places">
            {places.map(({ to, name, roles }) => (
              <li key={to}><Link to={to}><b><Words>{name}</Words></b><span className="sm muted">{rolesText(roles)}</span></Link></li>
            ))}
          </ul>
        )}
    </>
  );
}
