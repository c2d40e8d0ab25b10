import type { RequestView } from '@prongsai/kernel/contracts';
import { dayText, PlainButton, Sheet, Words } from '@prongsai/console/ui';
import { draftOf, type Draft } from './draft';
import { label } from './labels';

const names: Partial<Record<keyof Draft, string>> = {
  title: 'หัวข้อ', details: 'รายละเอียดข้อมูล', externalLink: 'Link ภายนอก', remarks: 'หมายเหตุ', sourceName: 'แหล่งที่มาหรือเจ้าของข้อมูล',
  dataFrom: 'ข้อมูลตั้งแต่วันที่', dataUntil: 'ข้อมูลถึงวันที่', publishFrom: 'วันที่เผยแพร่', publishUntil: 'วันครบระยะเวลาการเผยแพร่', credit: 'แหล่งอ้างอิง',
  categoryCode: 'หมวดหมู่', subItemCode: 'หัวข้อย่อย', contact: 'ข้อมูลการติดต่อกลับ', fileIds: 'เอกสารแนบ', intakeChannel: 'ช่องทางที่นำส่ง',
  workGroupId: 'กลุ่มงาน', requirementCodes: 'หลักฐานของข้อกำหนด', recorded: 'เรื่องนี้เป็นของใคร',
};

function shown(key: keyof Draft, value: Draft[keyof Draft]): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'บันทึกแทนเจ้าของข้อมูลที่ไม่มีบัญชี' : 'ของผู้ขอเอง';
  if (key === 'dataFrom' || key === 'dataUntil' || key === 'publishFrom' || key === 'publishUntil') return dayText(value as string);
  if (Array.isArray(value)) return `${value.length} รายการ`;
  return typeof value === 'object' ? Object.values(value).filter(Boolean).join(' · ') || '–' : value;
}

/** Someone else saved meanwhile: both texts side by side where they differ, and the choice. */
export function StaleSheet({ mine, theirs, onChoose }: { mine: Draft; theirs: RequestView; onChoose: (choice: 'mine' | 'theirs') => void }) {
  const other = draftOf(theirs);
  const different = (Object.keys(names) as (keyof Draft)[]).filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(other[key]));
  return (
    <Sheet title="เรื่องนี้ถูกแก้ไขไปแล้ว" opened>
      <div className="stack">
        <p><Words>{`${theirs.lastEditor.name} บันทึกฉบับใหม่ ตรวจทั้งสองฉบับแล้วเลือกฉบับที่จะใช้`}</Words></p>
        <table className="t fold">
          <thead><tr><th scope="col">{label('stale.field')}</th><th scope="col">{label('stale.mine')}</th><th scope="col">{label('stale.theirs')}</th></tr></thead>
          <tbody>
            {different.map((key) => (
              <tr key={key}><th scope="row"><b>{names[key]}</b></th><td data-label={`${label('stale.mine')}:`}>{shown(key, mine[key])}</td><td data-label={`${label('stale.theirs')}:`}>{shown(key, other[key])}</td></tr>
            ))}
          </tbody>
        </table>
        <div className="row">
          <PlainButton onClick={() => onChoose('mine')}>{label('stale.useMine')}</PlainButton>
          <PlainButton tone="sec" onClick={() => onChoose('theirs')}>{label('stale.useTheirs')}</PlainButton>
        </div>
      </div>
    </Sheet>
  );
}
