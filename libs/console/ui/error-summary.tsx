import { useEffect, useRef } from 'react';
import type { FieldProblem } from './problem';
import { Words } from './words';

/** The id of the control for a field; the summary's links go there. */
export function fieldId(path: string): string {
  return `f-${path.replaceAll('.', '-')}`;
}

/**
 * Everything that must be corrected, before the form. Focus moves to it whenever `lines` is a new list, so pass the
 * same array as long as nothing was sent again.
 */
export function ErrorSummary({ title, lines }: { title?: string; lines: readonly FieldProblem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (lines.length > 0) box.current?.focus();
  }, [lines]);
  if (lines.length === 0) return null;
  return (
    <div className="errsum" role="alert" tabIndex={-1} ref={box}>
      <h2><Words>{title ?? `ยังส่งไม่ได้ มี ${lines.length} เรื่องต้องแก้`}</Words></h2>
      <ul>
        {lines.map(({ path, text }) => (
          <li key={`${path} ${text}`}>
            {path ? <a href={`#${fieldId(path)}`} onClick={(event) => { event.preventDefault(); goTo(path); }}><Words>{text}</Words></a> : <Words>{text}</Words>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Brings a field into view and focuses it; a path of several parts falls back to its first. */
function goTo(path: string): void {
  const target = document.getElementById(fieldId(path)) ?? document.getElementById(fieldId(path.split('.')[0] ?? path));
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
}
