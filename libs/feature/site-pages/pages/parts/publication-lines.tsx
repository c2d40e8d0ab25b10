import { formatFileSize } from '@prongsai/kernel/thai';
import { publicationPath, type PublicationLine } from '@prongsai/domain/publishing';
import { Day, DayBox, DayRange, Words } from './words';

/** The colour class of a file type; the word beside it says the same. */
export function fileColour(extension: string): string {
  if (extension === 'pdf') return 'pdf';
  if (extension.startsWith('xls')) return 'xls';
  if (extension.startsWith('doc')) return 'doc';
  return ['jpg', 'jpeg', 'png'].includes(extension) ? 'img' : '';
}

function filesOf({ files }: PublicationLine): string | null {
  const [first, ...others] = files;
  if (!first) return null;
  const more = others.length > 0 ? ` และอีก\u00a0${others.length}\u00a0ไฟล์` : '';
  return `${first.extension.toUpperCase()}\u00a0${formatFileSize(first.size)}${more}`;
}

/** The newest items, by day, with the last day of those that come down. `categoryTitle` gives the short title of a category. */
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
            {line.publishUntil ? (
              <p class="xs until">
                แสดงถึง <Day at={line.publishUntil} />
              </p>
            ) : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Chips of files that a line of a list shows. */
const filesShown = 4;

/** A list of items with owner, period, days and files, as the frameworks ask beside every item; with the category where items of several stand together. */
export function ItemList({ lines, categoryTitle }: { lines: readonly PublicationLine[]; categoryTitle?: (code: string) => string | null }) {
  return (
    <ol class="items">
      {lines.map((line) => (
        <li>
          {categoryTitle ? (
            <p class="xs muted">
              <Words text={categoryTitle(line.categoryCode) ?? ''} />
            </p>
          ) : null}
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
              <dt>ช่วงข้อมูล</dt>
              <dd>
                <DayRange from={line.dataFrom} until={line.dataUntil} style="short" isBrief />
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
          {line.files.length > 0 ? (
            <p class="row chips">
              {line.files.slice(0, filesShown).map(({ extension, size }) => (
                <span class={`chip ${fileColour(extension)}`}>
                  <b>{extension.toUpperCase()}</b> {formatFileSize(size)}
                </span>
              ))}
              {line.files.length > filesShown ? <span class="xs muted">และอีก{'\u00a0'}{line.files.length - filesShown}{'\u00a0'}ไฟล์</span> : null}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
