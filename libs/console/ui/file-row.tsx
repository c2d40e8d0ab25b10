import type { FileView } from '@prongsai/kernel/contracts';
import { formatFileSize } from '@prongsai/kernel/thai';
import { fileKind } from './file-kind';
import { tenantPath } from './api';
import { label } from './labels';

/** The letters of a file's type as a small picture. */
export function FileMark({ name }: { name: string }) {
  const { letters, shade } = fileKind(name);
  return <span className={`ext ${shade}`} aria-hidden="true">{letters}</span>;
}

/** Type and size as the framework asks for beside every file. */
export function fileFacts(name: string, size: number): string {
  return `${fileKind(name).letters.toUpperCase()} · ${formatFileSize(size)}`;
}

/** One attached file: type, size, and its bytes in a tab of its own. */
export function FileRow({ slug, file }: { slug: string; file: FileView }) {
  return (
    <div className="file">
      <FileMark name={file.name} />
      <div>
        <b>{file.name}</b>
        <p className="xs muted">{fileFacts(file.name, file.size)}{file.scan === 'not_scanned' ? ` · ${label('ui.notScanned')}` : ''}</p>
      </div>
      <div className="act">
        {file.state === 'ready' && <a className="btn sec small" href={`/api/v1${tenantPath(slug, 'files', file.id)}/content`} target="_blank" rel="noopener">
          {label('ui.open')}<span className="vh"> {file.name} {label('ui.newTab')}</span>
        </a>}
      </div>
    </div>
  );
}
