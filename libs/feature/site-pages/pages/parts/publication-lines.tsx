import { formatFileSize } from '@prongsai/kernel/thai';
import { publicationPath, type PublicationLine } from '@prongsai/domain/publishing';
import { Day, DayBox, Words } from './words';

/** The colour class of a file type; the word beside it says the same. */
export function fileColour(extension: string): string {
  if (extension === 'pdf') return 'pdf';
  if (extension.startsWith('xls')) return 'xls';
  if (extension.startsWith('doc')) return 'doc';
  return ['jpg', 'jpeg', 'png'].includes(extension) ? 'img' : '';
}

function filesOf({ extension, size, files }: PublicationLine): string | null {
  if (!extension) return null;
  const more = files > 1 ? ` และอีก\u00a0${files - 1}\u00a0ไฟล์` : '';
  return `${extension.toUpperCase()}${size === null ? '' : `\u00a0${formatFileSize(size)}`}${more}`;
}

/** The newest items, by day. `categoryTitle` gives the short title of a category. */
export function NewsList({ lines, categoryTitle }: { lines: readonly PublicationLine[]; categoryTitle: (code: string) => string | null }) {
  return (
    <ol class="news">
      {lines.map((line) => (
        <li>
          <DayBox at={line.liveFrom} />
          <div>
            <p class="xs muted">
              <Words text={[categoryTitle(line.categoryCode), filesOf(line)].filter((part) => part !== null).join(' · ')} />
            </p>
            <h3>
              <a href={publicationPath(line.code)}>
                <Words text={line.title} />
              </a>
            </h3>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A list of items with owner, day and files, as the frameworks ask beside every item. */
export function ItemList({ lines }: { lines: readonly PublicationLine[] }) {
  return (
    <ol class="items">
      {lines.map((line) => (
        <li>
          <h3>
            <a href={publicationPath(line.code)}>
              <Words text={line.title} />
            </a>
          </h3>
          <dl>
            <div>
              <dt>เจ้าของข้อมูล</dt>
              <dd>
                <Words text={line.sourceName} />
              </dd>
            </div>
            <div>
              <dt>
                <Words text="เผยแพร่" />
              </dt>
              <dd>
                <Day at={line.liveFrom} style="short" />
              </dd>
            </div>
            {line.publishUntil ? (
              <div>
                <dt>แสดงถึง</dt>
                <dd>
                  <Day at={line.publishUntil} style="short" />
                </dd>
              </div>
            ) : null}
          </dl>
          {line.extension ? <p><span class={`chip ${fileColour(line.extension)}`}>{filesOf(line)}</span></p> : null}
        </li>
      ))}
    </ol>
  );
}
