import { OfflineLine, Words } from '@prongsai/console/ui';
import { useEffect, type ReactNode } from 'react';

/** A page before signing in: the mark, one card with one heading, a word of help. */
export function Gate({ title, help, children }: { title: string; help: string; children: ReactNode }) {
  useEffect(() => { document.title = `${title} · ระบบเผยแพร่ข้อมูลสาธารณะ`; }, [title]);
  return (
    <main className="gate" id="main">
      <div className="gate-brand">
        <span className="mark" aria-hidden="true">ปส</span>
        <p><b>โปร่งใส</b><br /><span className="muted"><Words>ระบบเผยแพร่ข้อมูลสาธารณะของหน่วยงานสาธารณสุข</Words></span></p>
      </div>
      <div className="card stack">
        <OfflineLine />
        <h1>{title}</h1>
        {children}
      </div>
      <p className="sm muted"><Words>{help}</Words></p>
    </main>
  );
}
