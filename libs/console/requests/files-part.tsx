import type { FileView } from '@prongsai/kernel/contracts';
import { formatFileSize } from '@prongsai/kernel/thai';
import { fieldId, fileFacts, FileMark, Icon, tenantPath, Words } from '@prongsai/console/ui';
import { useRef, useState } from 'react';
import { allowedEndings, quarterOfPart } from './file-check';
import { label } from './labels';
import type { Sending, UploadQueue } from './upload-queue';
import { useUploads } from './use-uploads';

const accept = allowedEndings.map((one) => `.${one}`).join(',');

/** The attached files and those on their way. `onStored` hears each new one and which it takes the place of. */
export function FilesPart({ slug, files, error, onStored, onRemove }: {
  slug: string; files: readonly FileView[]; error?: string | undefined; onStored: (file: FileView, replaces: string | null) => void; onRemove: (id: string) => void;
}) {
  const { queue, sendings, maxBytes } = useUploads(slug, onStored);
  const [over, setOver] = useState(false);
  return (
    <div className="field">
      <p className="label" id="files-label">{label('form.files')}</p>
      <p className="hint" id="files-hint">.pdf .xls .xlsx .doc .docx .jpg .png .zip .rar {maxBytes ? `ไฟล์ละไม่เกิน ${formatFileSize(maxBytes)}` : ''}</p>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); queue.add(event.dataTransfer.files); }}
      >
        <p><b>วางไฟล์ที่นี่</b> หรือ</p>
        <label className="btn sec">
          <Icon name="upload" />{label('form.choose')}
          <input className="vh" type="file" multiple accept={accept} id={fieldId('fileIds')} aria-describedby="files-hint"
            onChange={(event) => { queue.add(event.currentTarget.files ?? []); event.currentTarget.value = ''; }} />
        </label>
      </div>
      {error && <p className="errmsg">{error}</p>}
      <ul className="plain" aria-labelledby="files-label">
        {files.map((file) => <StoredRow key={file.id} slug={slug} file={file} onReplace={(next) => queue.add([next], file.id)} onRemove={() => onRemove(file.id)} />)}
        {sendings.map((sending) => <SendingRow key={sending.key} sending={sending} queue={queue} />)}
      </ul>
      <p className="vh" role="status">{progressWords(sendings)}</p>
    </div>
  );
}

function progressWords(sendings: readonly Sending[]): string {
  return sendings.filter(({ state }) => state === 'sending').map(({ file, part }) => `ส่ง ${file.name} แล้ว ${quarterOfPart(part)}%`).join(' ');
}

function StoredRow({ slug, file, onReplace, onRemove }: { slug: string; file: FileView; onReplace: (next: File) => void; onRemove: () => void }) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <li className="up">
      <FileMark name={file.name} />
      <div>
        <b>{file.name}</b>
        <StateLine file={file} />
      </div>
      <div className="row tight">
        {file.state === 'ready' && <a className="btn quiet small" href={`/api/v1${tenantPath(slug, 'files', file.id)}/content`} target="_blank" rel="noopener">{label('file.open')}<span className="vh"> {file.name} ในแท็บใหม่</span></a>}
        <button type="button" className="btn quiet small" onClick={() => chooser.current?.click()}>{label('file.replace')}<span className="vh"> {file.name}</span></button>
        <input ref={chooser} hidden type="file" accept={accept} onChange={(event) => { const [next] = event.currentTarget.files ?? []; if (next) onReplace(next); event.currentTarget.value = ''; }} />
        <button type="button" className="btn quiet small" onClick={onRemove}>{label('file.remove')}<span className="vh"> {file.name}</span></button>
      </div>
    </li>
  );
}

/** How far a stored file is: being scanned, refused after all, or ready, and whether anybody looked for viruses. */
function StateLine({ file }: { file: FileView }) {
  if (file.state === 'refused') return <p className="errmsg" role="alert"><Words>{file.refusal ?? label('file.refused')}</Words></p>;
  const scan = file.scan === 'not_scanned' ? ` · ${label('file.notScanned')}` : file.scan === 'clean' ? ` · ${label('file.clean')}` : '';
  return <p className={file.state === 'ready' ? 'xs okline' : 'xs muted'}>{file.state === 'ready' && <Icon name="tick" />} {label(file.state === 'ready' ? 'file.ready' : 'file.checking')} · {fileFacts(file.name, file.size)}{scan}</p>;
}

const waitingWords: Partial<Record<Sending['state'], string>> = {
  waiting: 'รอส่ง', again: 'ระบบยังไม่ตอบ กำลังลองใหม่ให้', shrinking: 'กำลังย่อภาพ',
};

function SendingRow({ sending, queue }: { sending: Sending; queue: UploadQueue }) {
  const { key, file, part, refused, state, mayShrink } = sending;
  const percent = Math.round(part * 100);
  return (
    <li className={refused ? 'up bad' : 'up'}>
      <FileMark name={file.name} />
      <div>
        <b>{file.name}</b>
        {refused ? <p className="errmsg" role="alert"><Words>{refused}</Words></p> : (
          <>
            <progress className="bar" max={1} value={part} aria-label={`ส่ง ${file.name}`} />
            <p className="xs muted"><Words>{state === 'paused' ? `สัญญาณขาดที่ ${percent}% ส่งต่อให้เองเมื่อสัญญาณกลับมา` : waitingWords[state] ?? `ส่งแล้ว ${percent}%`}</Words></p>
          </>
        )}
      </div>
      <div className="row tight">
        {state === 'refused' && mayShrink && <button type="button" className="btn small" onClick={() => void queue.shrink(key)}>{label('file.shrink')}<span className="vh"> {file.name}</span></button>}
        {state === 'failed' && <button type="button" className="btn small" onClick={() => queue.retry(key)}>{label('file.retry')}<span className="vh"> {file.name}</span></button>}
        <button type="button" className="btn quiet small" onClick={() => queue.remove(key)}>{label(refused ? 'file.remove' : 'file.stop')}<span className="vh"> {file.name}</span></button>
      </div>
    </li>
  );
}
