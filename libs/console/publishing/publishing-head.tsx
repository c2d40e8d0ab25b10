import { PageHead, Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';

const views = [['', 'pub.all'], ['/ending', 'pub.ending'], ['/checks', 'pub.checks'], ['/down', 'pub.down']] as const;
export type View = (typeof views)[number][0];

/** The heading of the four views of a unit's items, and the way between them. */
export function PublishingHead({ slug, unit, here, under }: { slug: string; unit: string; here: View; under: string }) {
  const name = views.find(([view]) => view === here)?.[1] ?? 'pub.all';
  return (
    <>
      <PageHead title={here === '' ? label('pub.title') : label(name)} unit={unit} under={<Words>{under}</Words>} />
      <nav className="views noprint" aria-label={label('pub.parts')}>
        <ul className="plain">{views.map(([view, text]) => (
          <li key={view}><Link to={`/t/${slug}/publications${view}`} activeOptions={{ exact: true, includeSearch: false }} {...(view === here ? { 'aria-current': 'page' as const } : {})}><Words>{label(text)}</Words></Link></li>
        ))}</ul>
      </nav>
    </>
  );
}
