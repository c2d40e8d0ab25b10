import type { RoundView } from '@prongsai/kernel/contracts';
import { Refusal } from '@prongsai/kernel/core';
import type { Round } from './round.entity';

/** A round as the API shows it. */
export function roundView(round: Omit<Round, 'networkId' | 'createdAt'>): RoundView {
  return {
    id: round.id, fiscalYear: round.fiscalYear, round: round.code, kind: round.kind, title: round.title,
    window: { from: round.windowFrom, until: round.windowUntil },
    dueToSuperiorAt: round.dueToSuperiorAt.toISOString(), dueToProvinceAt: round.dueToProvinceAt.toISOString(),
  };
}

/** Where the page of a list goes on: due instant (ISO) and code of the last round seen. */
export interface AfterRound {
  dueAt: string;
  code: string;
}

/** Reads a place from the parts of a cursor, which came from outside. Throws BAD_REQUEST when the first is no instant. */
export function afterRound(dueAt: string, code: string): AfterRound {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(dueAt) || Number.isNaN(Date.parse(dueAt))) {
    throw new Refusal('BAD_REQUEST', { detail: 'ตำแหน่งของหน้าถัดไปไม่ถูกต้อง เริ่มดูรายการใหม่จากหน้าแรก' });
  }
  return { dueAt, code };
}
