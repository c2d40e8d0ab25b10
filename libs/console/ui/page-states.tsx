import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { useConnection } from './connection';
import { label } from './labels';
import { asProblem, summaryLines } from './problem';
import { Words } from './words';

/** While something is on its way. Said politely, drawn quietly. */
export function Loading({ what = 'ข้อมูล' }: { what?: string }) {
  return <p className="muted starting" role="status">{`กำลังอ่าน${what}`}</p>;
}

/** Nothing here: what will appear and what starts it. */
export function Empty({ children, action }: { children: string; action?: ReactNode }) {
  return <div className="empty"><p><Words>{children}</Words></p>{action}</div>;
}

/** An act or a reading that failed: the words of the answer, its reasons and the way out. */
export function ProblemNote({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const problem = asProblem(error);
  const lines = summaryLines(problem).map(({ text }) => text).filter((text) => text !== problem.title);
  // Some sentences begin with the title itself; it is not said twice.
  const isTold = lines.length === 1 && lines[0]?.startsWith(problem.title);
  return (
    <div className="note late stack-s" role="alert">
      {!isTold && <p><b><Words>{problem.title}</Words></b></p>}
      {lines.length === 1 ? <p><Words>{lines[0] ?? ''}</Words></p> : lines.length > 1 && <ul>{lines.map((text) => <li key={text}><Words>{text}</Words></li>)}</ul>}
      {onRetry && (problem.status === 0 || problem.status >= 500) && <button type="button" className="btn sec small" onClick={onRetry}>{label('ui.retry')}</button>}
      {(problem.status === 404 || problem.status === 403) && onRetry && <p><Link className="btn sec small" to="/">{label('ui.home')}</Link></p>}
    </div>
  );
}

/** What was done, told politely and left standing. */
export function DoneNote({ children }: { children: ReactNode }) {
  return <div className="note ok" role="status">{children}</div>;
}

/** Shows the children only when reading is done; the other three states look the same on every screen. */
export function Reading({ isPending, error, onRetry, what, children }: {
  isPending: boolean; error: unknown; onRetry?: () => void; what?: string; children: ReactNode;
}) {
  if (error) return <ProblemNote error={error} onRetry={onRetry} />;
  if (isPending) return <Loading {...(what ? { what } : {})} />;
  return <>{children}</>;
}

/** A line at the top while the device has no signal or the server does not answer; it goes by itself. */
export function OfflineLine() {
  const client = useQueryClient();
  const line = useConnection();
  const was = useRef(line);
  useEffect(() => {
    if (was.current !== 'online' && line === 'online') void client.invalidateQueries();
    was.current = line;
  }, [client, line]);
  return (
    <div role="status">
      {line === 'offline' && <p className="note soon offline"><Words>ไม่มีสัญญาณ งานที่ทำจะส่งให้เมื่อกลับมา ข้อความที่พิมพ์ยังอยู่</Words></p>}
      {line === 'silent' && <p className="note soon offline"><Words>ระบบเจ้าหน้าที่ยังไม่ตอบ กำลังลองใหม่ให้ทุก 5 วินาที ข้อความที่พิมพ์ยังอยู่ เว็บไซต์ประชาชนยังเปิดอยู่</Words></p>}
    </div>
  );
}
