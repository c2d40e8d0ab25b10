import type { FileView } from '@prongsai/kernel/contracts';
import { formatFileSize } from '@prongsai/kernel/thai';
import { fieldId, fileFacts, FileMark, Icon, tenantPath, Words } from '@prongsai/console/ui';
import { useState } from 'react';
import { useUploads, type Sending } from './uploads';

const accept = '.pdf,.xls,.xlsx,.doc,.docx,.jpg,.jpeg,.png,.zip,.rar';

/** The attached files and those on their way. */
export function FilesPart({ slug, files, error, onAdd, onRemove }: {
  slug: string; files: readonly FileView[]; error?: string | undefined; onAdd: (file: FileView) => void; onRemove: (id: string) => void;
}) {
  const { sendings, add, retry, remove, maxBytes } = useUploads(slug, onAdd);
  const [over, setOver] = useState(false);
  return (
    <div className="field">
      <p className="label" id="files-label">เอกสารแนบ</p>
      <p className="hint" id="files-hint">{accept.replaceAll(',', ' ')} {maxBytes ? `ไฟล์ละไม่เกิน ${formatFileSize(maxBytes)}` : ''}</p>
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); add(event.dataTransfer.files); }}
      >
        <p><b>วางไฟล์ที่นี่</b> หรือ</p>
        <label className="btn sec">
          <Icon name="upload" />เลือกไฟล์
          <input className="vh" type="file" multiple accept={accept} id={fieldId('fileIds')} aria-describedby="files-hint"
            onChange={(event) => { add(event.currentTarget.files ?? []); event.currentTarget.value = ''; }} />
        </label>
      </div>
      {error && <p className="errmsg">{error}</p>}
      <ul className="plain" aria-labelledby="files-label">
        {files.map((file) => (
          <li className="up" key={file.id}>
            <FileMark name={file.name} />
            <div>
              <b>{file.name}</b>
              <p className="xs muted">{file.state === 'ready' ? 'พร้อมส่ง · ' : 'รับแล้ว กำลังตรวจ · '}{fileFacts(file.name, file.size)}</p>
            </div>
            <div>
              <a className="btn quiet small" href={`/api/v1${tenantPath(slug, 'files', file.id)}/content`} target="_blank" rel="noopener">เปิดดู<span className="vh"> {file.name} ในแท็บใหม่</span></a>
              <button type="button" className="btn quiet small" onClick={() => onRemove(file.id)}>นำออก<span className="vh"> {file.name}</span></button>
            </div>
          </li>
        ))}
        {sendings.map((sending) => <SendingRow key={sending.key} sending={sending} onRetry={() => retry(sending)} onRemove={() => remove(sending.key)} />)}
      </ul>
      <p className="vh" role="status">{progressWords(sendings)}</p>
    </div>
  );
}

/** Told at quarters only, so that a screen reader is not flooded. */
function progressWords(sendings: readonly Sending[]): string {
  return sendings.filter(({ refused }) => !refused).map(({ file, part }) => `ส่ง ${file.name} แล้ว ${Math.floor(part * 4) * 25}%`).join(' ');
}

function SendingRow({ sending, onRetry, onRemove }: { sending: Sending; onRetry: () => void; onRemove: () => void }) {
  const { file, part, refused, mayRetry } = sending;
  return (
    <li className={refused ? 'up bad' : 'up'}>
      <FileMark name={file.name} />
      <div>
        <b>{file.name}</b>
        {refused
          ? <p className="errmsg" role="alert"><Words>{refused}</Words></p>
          : <><progress className="bar" max={1} value={part} aria-label={`ส่ง ${file.name}`} /><p className="xs muted">ส่งแล้ว {Math.round(part * 100)}%</p></>}
      </div>
      <div>
        {refused && mayRetry && <button type="button" className="btn small" onClick={onRetry}>ลองอีกครั้ง</button>}
        <button type="button" className="btn quiet small" onClick={onRemove}>{refused ? 'นำออก' : 'หยุดส่ง'}<span className="vh"> {file.name}</span></button>
      </div>
    </li>
  );
}
