import { useEffect, useState, type ReactNode } from 'react';
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
      {onRetry && (problem.status === 0 || problem.status >= 500) && <button type="button" className="btn sec small" onClick={onRetry}>ลองอีกครั้ง</button>}
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

/** A line at the top while the device has no signal. */
export function OfflineLine() {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return <div role="status">{!online && <p className="note soon">ไม่มีสัญญาณ ข้อความที่พิมพ์ยังอยู่ในหน้านี้ ส่งได้อีกครั้งเมื่อสัญญาณกลับมา</p>}</div>;
}
