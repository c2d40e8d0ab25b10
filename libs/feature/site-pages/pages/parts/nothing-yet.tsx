import type { PublicTenant } from '@prongsai/domain/tenant';
import { PhoneLink } from './contact-facts';

/** What to do where nothing is shown yet (`empty.category.public`). */
export function NothingYet({ tenant, what = 'ยังไม่มีข้อมูลในหมวดนี้' }: { tenant: PublicTenant; what?: string }) {
  return (
    <p class="note">
      {what} {tenant.phone ? <>สอบถามโทร <PhoneLink phone={tenant.phone} /></> : <a href="/contact">ดูช่องทางสอบถาม</a>}
    </p>
  );
}
