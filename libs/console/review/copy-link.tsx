import { Icon } from '@prongsai/console/ui';
import { useState } from 'react';
import { label } from './labels';

/** The public address, to be handed on: one press puts it on the clipboard; where the browser has none it can be selected. */
export function CopyLink({ url }: { url: string }) {
  const [state, setState] = useState<'' | 'done' | 'failed'>('');
  const copy = () => { void (navigator.clipboard ? navigator.clipboard.writeText(url) : Promise.reject(new Error())).then(() => setState('done'), () => setState('failed')); };
  return (
    <p className="row tight">
      <a className="btn small" href={url} target="_blank" rel="noopener">{label('review.openPublic')}<span className="vh"> ในแท็บใหม่</span></a>
      <button type="button" className="btn sec small" onClick={copy}>{state === 'done' && <Icon name="tick" />}{label('review.copy')}</button>
      <span role="status" className="sm">{state === 'done' ? 'คัดลอกแล้ว' : state === 'failed' ? `คัดลอกไม่ได้ เลือกข้อความนี้แทน ${url}` : ''}</span>
    </p>
  );
}
