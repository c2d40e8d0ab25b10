import type { NoticeSettingsView } from '@prongsai/kernel/contracts';
import { callApi, dayOfText, Words } from '@prongsai/console/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';

/** When the signed-in person wants mail, and whether it arrives. */
export const noticeSettingsQuery = queryOptions<NoticeSettingsView>({
  queryKey: ['notice-settings'],
  queryFn: ({ signal }) => callApi<NoticeSettingsView>('GET', '/session/notice-settings', undefined, signal),
});

/** Tells the person that their own address takes no mail, and who can help; nothing while it does. */
export function BouncedNote() {
  const { data } = useQuery(noticeSettingsQuery);
  if (!data?.bouncedAt) return null;
  return (
    <div className="note late" role="status">
      <p><b><Words>อีเมลของท่านส่งไม่ถึง</Words></b></p>
      <p><Words>{`${data.email} ไม่รับอีเมลเมื่อ ${dayOfText(data.bouncedAt)} ตรวจว่ากล่องจดหมายเต็มหรือปิดไปแล้ว แล้วแจ้งหัวหน้าหน่วยงาน แจ้งเตือนยังแสดงในระบบนี้ครบทุกเรื่อง`}</Words></p>
    </div>
  );
}
