import type { VersionView } from '@prongsai/kernel/contracts';
import { callApi, dayText, fileFacts, momentText, Reading, StatusTag, tenantKey, tenantPath, useCategories, categoryTitle, Words } from '@prongsai/console/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { label } from './labels';
import { nearChanges } from './near-changes';

const fieldLabels = {
  title: 'pub.f.title', details: 'pub.f.details', categoryCode: 'pub.category', sourceName: 'pub.source', dataFrom: 'pub.f.dataFrom', dataUntil: 'pub.f.dataUntil', externalLink: 'pub.f.link', credit: 'pub.f.credit',
} as const;
type Field = VersionView['fields'][number];

/** What was put online behind the link, newest first, each with what it changed of the one before. */
export function Versions({ slug, id }: { slug: string; id: string }) {
  const query = useQuery({
    queryKey: tenantKey(slug, 'publication', id, 'versions'),
    queryFn: ({ signal }) => callApi<{ items: VersionView[] }>('GET', tenantPath(slug, 'publications', id, 'versions'), undefined, signal),
  });
  return (
    <section className="stack" aria-labelledby="versions">
      <h2 id="versions"><Words>{label('pub.versions')}</Words></h2>
      <Reading isPending={query.isPending} error={query.error} onRetry={() => void query.refetch()} what="ฉบับ">
        <ol className="plain stack" reversed>{query.data?.items.map((version) => <li key={version.number}><Version slug={slug} version={version} /></li>)}</ol>
      </Reading>
    </section>
  );
}

function Version({ slug, version }: { slug: string; version: VersionView }) {
  const isFirst = version.number === 1;
  const changed = version.files.filter(({ change }) => change !== 'same');
  return (
    <article className="card stack-s">
      <h3 className="row tight"><span>{label('pub.version')} {version.number}</span>{version.replacedAt === null && <StatusTag shape="done">{label('pub.current')}</StatusTag>}</h3>
      <p className="sm muted"><Words>{[momentText(version.putOnlineAt), version.putOnlineByName].filter(Boolean).join(' · ')}</Words> <Link to={`/t/${slug}/requests/${version.requestId}`}>{label('pub.request')}</Link></p>
      {isFirst ? <p><Words>{version.title}</Words></p> : version.fields.length === 0 && changed.length === 0 && <p className="sm"><Words>ข้อความและไฟล์เหมือนฉบับก่อน</Words></p>}
      {version.fields.map((field) => <Changed key={field.field} slug={slug} field={field} />)}
      {(changed.length > 0 || isFirst) && version.files.length > 0 && (
        <div>
          <p className="sm muted">{label('pub.files')}</p>
          <ul className="plain">{version.files.map((file) => (
            <li key={`${file.change}${file.fileId}`}>
              {file.change === 'added' ? <ins>{label('pub.added')} {file.name}</ins> : file.change === 'removed' ? <del>{label('pub.removed')} {file.name}</del> : <>{!isFirst && `${label('pub.same')} `}{file.name}</>}
              {' '}<span className="muted xs">{fileFacts(file.name, file.size)}</span>
            </li>
          ))}</ul>
        </div>
      )}
    </article>
  );
}

/** Codes and days are told whole, in words; texts by what went and what came. */
function Changed({ slug, field: { field, parts } }: { slug: string; field: Field }) {
  const { data: categories } = useCategories(slug);
  const name = field in fieldLabels ? label(fieldLabels[field as keyof typeof fieldLabels]) : field;
  const whole = (without: 'added' | 'removed') => parts.filter(({ change }) => change !== without).map(({ text }) => text).join('');
  const toldAs = field === 'categoryCode' ? (code: string) => categoryTitle(categories, code) : field === 'dataFrom' || field === 'dataUntil' ? (day: string) => dayText(day) : null;
  return (
    <div>
      <p className="sm muted">{name}</p>
      <p className="changed">
        {toldAs
          ? <><del>{toldAs(whole('added'))}</del> <ins>{toldAs(whole('removed'))}</ins></>
          : nearChanges(parts).map(({ change, text }, index) => {
            const key = `${index}${change}`;
            if (change === 'same') return <span key={key}>{text}</span>;
            return change === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
          })}
      </p>
    </div>
  );
}
