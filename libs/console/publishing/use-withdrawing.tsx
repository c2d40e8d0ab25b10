import type { PublicationView } from '@prongsai/kernel/contracts';
import { DoneNote, tenantKey, Words } from '@prongsai/console/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { WithdrawSheet } from './withdraw-sheet';

/** Taking down from any list: the sheet while it is open, and the word that it is done. */
export function useWithdrawing(slug: string): { begin: (item: PublicationView) => void; sheet: ReactNode; note: ReactNode } {
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<PublicationView | null>(null);
  const [done, setDone] = useState('');
  return {
    begin: setLeaving,
    note: done ? <DoneNote><Words>{done}</Words></DoneNote> : null,
    sheet: leaving && (
      <WithdrawSheet slug={slug} item={leaving} onClose={() => setLeaving(null)} onDone={({ title }) => {
        setDone(`นำ “${title}” ลงจากเว็บไซต์แล้ว`);
        setLeaving(null);
        void client.invalidateQueries({ queryKey: tenantKey(slug) });
      }} />
    ),
  };
}
