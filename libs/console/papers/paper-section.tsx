import type { PaperList, PaperView } from '@prongsai/kernel/contracts';
import { callApi, Empty, fileFacts, FileMark, momentText, Reading, tenantKey, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { label } from './labels';

/**
 * The papers of one thing, each to be opened: of a publication or a report. `path` gives their list; while one is being
 * made, the worker's telling brings it here by itself.
 */
export function PaperSection({ slug, path, empty }: { slug: string; path: string; empty: string }) {
  const query = useQuery({ queryKey: tenantKey(slug, 'papers', path), queryFn: ({ signal }) => callApi<PaperList>('GET', path, undefined, signal) });
  const papers = query.data?.items ?? [];
  return (
    <section className="stack-s" aria-labelledby="papers">
      <h2 id="papers"><Words>{label('papers.title')}</Words></h2>
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="เอกสาร">
        {papers.length === 0 ? <Empty>{empty}</Empty> : <ul className="plain stack-s">{papers.map((paper) => <li key={paper.id}><PaperRow paper={paper} /></li>)}</ul>}
      </Reading>
    </section>
  );
}

function PaperRow({ paper }: { paper: PaperView }) {
  const name = label(`papers.${paper.kind}`);
  return (
    <div className="file">
      <FileMark name={paper.fileName ?? 'x.pdf'} />
      <div>
        <b><Words>{name}</Words></b>
        <p className="xs muted" role={paper.state === 'waiting' ? 'status' : undefined}><Words>{factsOf(paper)}</Words></p>
        {paper.address && paper.readAt && <p className="xs muted"><a href={paper.address} target="_blank" rel="noopener">{paper.address}</a> <Words>{`อ่านเมื่อ ${momentText(paper.readAt)}`}</Words></p>}
      </div>
      {paper.url && <div className="act row tight"><PaperLinks paper={paper} name={name} url={paper.url} /></div>}
    </div>
  );
}

function PaperLinks({ paper, name, url }: { paper: PaperView; name: string; url: string }) {
  const isRead = paper.mediaType === 'application/pdf';
  return (
    <>
      {isRead
        ? <a className="btn sec small" href={url} target="_blank" rel="noopener">{label('papers.open')}<span className="vh"> {name} ในแท็บใหม่</span></a>
        : <a className="btn sec small" href={url} download={paper.fileName ?? ''}>{label('papers.save')}<span className="vh"> {name}</span></a>}
      {paper.docxUrl && <a className="btn quiet small" href={paper.docxUrl} download>Word<span className="vh"> {name} {label('papers.save')}</span></a>}
    </>
  );
}

function factsOf(paper: PaperView): string {
  if (paper.state === 'waiting') return label('papers.waiting');
  if (paper.state === 'none') return `${label('papers.none')} ${paper.reason ?? ''}`;
  const facts = paper.fileName && paper.size ? fileFacts(paper.fileName, paper.size) : '';
  return [`เลขที่ ${paper.number}`, facts, paper.madeAt ? `จัดทำเมื่อ ${momentText(paper.madeAt)}` : ''].filter(Boolean).join(' · ');
}
