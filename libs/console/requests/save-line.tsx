import { formatThaiClock } from '@prongsai/kernel/thai';
import { Icon } from '@prongsai/console/ui';
import { label } from './labels';
import type { SaverState } from './draft-saver';

/** Whether what was typed is on the server: one polite line. */
export function SaveLine({ state, onRetry }: { state: SaverState; onRetry: () => void }) {
  const { status, savedAt, problem } = state;
  return (
    <div className="row tight">
      <p className={`saved ${status === 'failed' || status === 'stale' ? 'bad' : savedAt ? 'ok' : ''}`} role="status">
        {status === 'failed' ? (problem?.status === 0 ? 'ยังบันทึกไม่ได้ ข้อความอยู่ในเครื่องนี้ กำลังลองใหม่' : `ยังบันทึกไม่ได้ ข้อความอยู่ในเครื่องนี้ ${problem?.detail ?? ''}`)
          : status === 'stale' ? 'มีผู้แก้ไขเรื่องนี้แล้ว'
            : status === 'saving' || status === 'waiting' ? 'กำลังบันทึกร่าง'
              : savedAt ? <><Icon name="tick" />บันทึกร่างแล้ว {formatThaiClock(savedAt)}{'\u00a0'}น.</> : 'บันทึกร่างให้เองเมื่อเริ่มพิมพ์'}
      </p>
      {status === 'failed' && <button type="button" className="btn sec small" onClick={onRetry}>{label('file.retry')}</button>}
    </div>
  );
}
