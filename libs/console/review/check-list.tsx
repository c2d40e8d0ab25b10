import type { RequestView } from '@prongsai/kernel/contracts';
import { filePagesQuery } from '@prongsai/console/reader';
import { today, useCategories, Words } from '@prongsai/console/ui';
import { useQueries, useQuery } from '@tanstack/react-query';
import { automaticChecks } from './automatic-checks';
import { personalDataQuery } from './findings';
import { label } from './labels';

/** What the machine looked at: a tick for what passes, a half disc for what a person should see. */
export function CheckList({ slug, request }: { slug: string; request: RequestView }) {
  const { data: categories } = useCategories(slug);
  const answers = useQueries({ queries: request.files.map((file) => filePagesQuery(slug, file)) });
  const { data: personalData } = useQuery(personalDataQuery(slug, request.id));
  const pages = new Map(request.files.flatMap((file, index) => { const view = answers[index]?.data; return view ? [[file.id, view] as const] : []; }));
  const checks = automaticChecks(request, { today: today(), categories, pages, personalData });
  return (
    <section aria-labelledby="checks">
      <h2 id="checks"><Words>{label('review.checks')}</Words></h2>
      <ul className="plain checks">
        {checks.map(({ id, state, text }) => (
          <li key={id}>
            <span className={`tag ${state === 'pass' ? 'done' : 'soon'}`}><span className="vh">{state === 'pass' ? 'ผ่าน' : 'ควรดู'}</span></span>
            <span><Words>{text}</Words></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
