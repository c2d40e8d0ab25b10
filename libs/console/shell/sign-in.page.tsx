import { OfflineLine, Words } from '@prongsai/console/ui';
import { useEffect } from 'react';
import { SignInForm } from './sign-in-form';

/** The door of the console. */
export function SignInPage() {
  useEffect(() => { document.title = 'เข้าระบบ · ระบบเผยแพร่ข้อมูลสาธารณะ'; }, []);
  return (
    <main className="gate" id="main">
      <div className="gate-brand">
        <span className="mark" aria-hidden="true">ปส</span>
        <p><b>โปร่งใส</b><br /><span className="muted"><Words>ระบบเผยแพร่ข้อมูลสาธารณะของหน่วยงานสาธารณสุข</Words></span></p>
      </div>
      <div className="card stack">
        <OfflineLine />
        <h1>เข้าระบบ</h1>
        <SignInForm />
      </div>
      <p className="sm muted"><Words>สำหรับเจ้าหน้าที่ของหน่วยงาน ลืมรหัสผ่านหรือยังไม่มีบัญชี ติดต่อหัวหน้าหน่วยงานหรือผู้ดูแลระบบระดับจังหวัด</Words></p>
    </main>
  );
}
