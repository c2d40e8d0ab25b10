import { Loading, PageHead, ProblemNote } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';

/** No screen at this address. */
export function MissingPage() {
  return (
    <div className="stack">
      <PageHead title="ไม่พบหน้านี้" />
      <p>ตรวจที่อยู่อีกครั้ง หรือ <Link to="/">กลับหน้าแรก</Link></p>
    </div>
  );
}

/** A screen that broke: its code could not be fetched, or it met something unforeseen. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <div className="stack">
      <PageHead title="เปิดหน้านี้ไม่สำเร็จ" />
      <ProblemNote error={error} onRetry={() => window.location.reload()} />
      <p><Link to="/">กลับหน้าแรก</Link></p>
    </div>
  );
}

/** While the code of a screen is on its way. */
export function ComingPage() {
  return <Loading what="หน้านี้" />;
}
