import type { RequestLine } from '@prongsai/kernel/contracts';
import { Words } from '@prongsai/console/ui';
import { Link } from '@tanstack/react-router';
import { label } from './labels';

/** The way back, where one stands among the subjects, and both neighbours. */
export function QueueBar({ slug, place, before, behind }: {
  slug: string; place: { at: number; of: number }; before: Pick<RequestLine, 'id' | 'title'> | null; behind: Pick<RequestLine, 'id' | 'title'> | null;
}) {
  return (
    <nav className="queue" aria-label={label('review.queue')}>
      <Link className="sm" to={`/t/${slug}`}><span aria-hidden="true">‹ </span>{label('review.work')}</Link>
      <b className="nb sm"><Words>{`เรื่องที่ ${place.at} จาก ${place.of}`}</Words></b>
      <span className="row tight">
        <Neighbour slug={slug} line={before} words={label('review.previous')} mark="‹" />
        <Neighbour slug={slug} line={behind} words={label('review.next')} mark="›" />
      </span>
    </nav>
  );
}

function Neighbour({ slug, line, words, mark }: { slug: string; line: Pick<RequestLine, 'id' | 'title'> | null; words: string; mark: string }) {
  if (!line) return <span className="tool" aria-hidden="true">{mark}</span>;
  return <Link className="tool" to={`/t/${slug}/requests/${line.id}`}><span aria-hidden="true">{mark}</span><span className="vh">{words} {line.title}</span></Link>;
}
