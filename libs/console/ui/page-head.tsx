import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { label } from './labels';
import { Words } from './words';

interface Crumb {
  text: string;
  to: string;
}

let opened = false;

/**
 * The one h1 of a page, with the title `page · unit`. Arriving from another page moves focus to the heading, so that a
 * screen reader tells where one is. `here` is a shorter name for the path above. `wrong` puts แก้ไข: in front of the
 * title while a form has mistakes.
 */
export function PageHead({ title, here = title, unit, crumbs = [], wrong = false, under, actions }: {
  title: string; here?: string; unit?: string | undefined; crumbs?: Crumb[]; wrong?: boolean; under?: ReactNode; actions?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${wrong ? 'แก้ไข: ' : ''}${[title, unit].filter(Boolean).join(' · ')}`;
  }, [title, unit, wrong]);
  useEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true });
    opened = true;
  }, []);
  return (
    <>
      {crumbs.length > 0 && (
        <nav className="crumbs" aria-label={label('ui.path')}>
          <ol>
            {crumbs.map(({ text, to }) => <li key={to}><Link to={to}>{text}</Link></li>)}
            <li aria-current="page">{here}</li>
          </ol>
        </nav>
      )}
      <div className="row between top page-head">
        <div className="grow">
          <h1 ref={heading} tabIndex={-1}><Words>{title}</Words></h1>
          {under && <div className="muted sm">{under}</div>}
        </div>
        {actions}
      </div>
    </>
  );
}
