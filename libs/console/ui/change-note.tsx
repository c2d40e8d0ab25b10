import type { RequestView } from '@prongsai/kernel/contracts';
import { Link } from '@tanstack/react-router';
import { label } from './labels';
import { dayText } from './thai-day';
import { Words } from './words';

/** What a request changes of an item that is on the site already, and the way there; nothing for something new. */
export function ChangeNote({ slug, request }: { slug: string; request: Pick<RequestView, 'purpose' | 'forPublicationId' | 'publishUntil' | 'state'> }) {
  if (!request.forPublicationId) return null;
  const isOver = request.state === 'published';
  const until = request.publishUntil ? `ให้แสดงถึง ${dayText(request.publishUntil)}` : 'ให้แสดงโดยไม่มีวันครบกำหนด';
  const told = request.purpose === 'extend'
    ? `ขอขยายเวลาของรายการที่เผยแพร่อยู่ ${until}${isOver ? ' มีผลแล้ว' : ' เมื่ออนุญาตแล้วมีผลทันที เนื้อหาไม่เปลี่ยน'}`
    : `ฉบับใหม่ของรายการที่เผยแพร่อยู่${isOver ? ' เผยแพร่แล้วที่ลิงก์เดิม' : ' เมื่อเผยแพร่แล้ว ลิงก์เดิมจะแสดงฉบับนี้'}`;
  return <p className="note"><Words>{told}</Words> <Link to={`/t/${slug}/publications/${request.forPublicationId}`}><Words>{label('ui.item')}</Words></Link></p>;
}
