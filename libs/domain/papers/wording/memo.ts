import { toThaiDigits } from '@prongsai/kernel/thai';
import type { PaperBlock } from '@prongsai/platform/pdf';
import type { PersonFacts, UnitFacts } from '../paper-facts';
import { day, DOTS, joined, phone, signatureOf, underSignature } from './official-thai';

/** The head of a memo: title, ส่วนราชการ, ที่ beside วันที่, เรื่อง, เรียน. The running number is the clerk's to write. */
export function memoHead(unit: UnitFacts, head: { workGroup: string | null; on: string | null; subject: string }): PaperBlock[] {
  const office = joined([unit.name, head.workGroup, unit.phone && `โทร. ${phone(unit.phone)}`], ' ');
  const prefix = unit.documentPrefix ? `${toThaiDigits(unit.documentPrefix)}/` : '';
  return [
    { kind: 'memoTitle', text: 'บันทึกข้อความ' },
    { kind: 'fields', fields: [{ label: 'ส่วนราชการ', value: office }] },
    { kind: 'fields', fields: [{ label: 'ที่', value: prefix, width: 8 }, { label: 'วันที่', value: head.on ? day(head.on) : '' }] },
    { kind: 'fields', fields: [{ label: 'เรื่อง', value: head.subject }] },
    { kind: 'paragraph', text: `เรียน  ${unit.headTitle ?? DOTS}`, indent: 0, above: 6 },
  ];
}

/** A paragraph behind its lead word: ต้นเรื่อง, ข้อเท็จจริง … */
export function led(lead: string, text: string): PaperBlock {
  return { kind: 'paragraph', lead, text, above: 6 };
}

export interface MemoDecision {
  proposer: PersonFacts;
  /** Through whom it passes, with the printed opinion; null where the unit has none. */
  via: PersonFacts | null;
  decider: PersonFacts;
  noted: boolean;
  allowed: boolean;
  refused: boolean;
  reason: string | null;
}

/** The proposer, the one through whom it passes, the three boxes, and the head. */
export function memoEnd({ proposer, via, decider, noted, allowed, refused, reason }: MemoDecision): PaperBlock[] {
  const room = (person: PersonFacts): number => (person.signedAt ? 0.3 : 1.2);
  return [
    { kind: 'signatures', room: room(proposer), above: 6, blocks: [{ lines: [...signatureOf(proposer), ...underSignature(proposer)] }] },
    ...(via ? opinion(via) : []),
    {
      kind: 'checks', above: 9, keepWithNext: true,
      items: [
        { label: 'ทราบ', checked: noted },
        { label: 'อนุมัติ/อนุญาต', checked: allowed },
        { label: `ไม่อนุมัติ/ไม่อนุญาต  เนื่องจาก ${refused && reason ? reason : DOTS}`, checked: refused },
      ],
    },
    { kind: 'signatures', room: room(decider), blocks: [{ lines: [...signatureOf(decider), ...underSignature(decider), `วันที่ ${day(decider.signedAt)}`] }] },
  ];
}

function opinion(via: PersonFacts): PaperBlock[] {
  return [
    { kind: 'paragraph', text: [{ bold: `ความเห็นของ${via.position ?? 'ผู้เสนอผ่าน'}` }, '  เห็นควรอนุญาต / ……………………………………'], indent: 0, above: 9, keepWithNext: true },
    { kind: 'signatures', room: 1, blocks: [{ lines: [...signatureOf(via), ...underSignature(via), `วันที่ ${day(via.signedAt)}`] }] },
  ];
}
