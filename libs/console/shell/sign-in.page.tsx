import { PlainButton } from '@prongsai/console/ui';
import { useState } from 'react';
import { ForgottenForm } from './forgotten-form';
import { Gate } from './gate';
import { label } from './labels';
import { SignInForm } from './sign-in-form';

const help = 'สำหรับเจ้าหน้าที่ของหน่วยงาน ยังไม่มีบัญชี ติดต่อหัวหน้าหน่วยงานหรือผู้ดูแลระบบระดับจังหวัด';

/** The door of the console: signing in, or asking for a link when the password is forgotten. */
export function SignInPage() {
  const [forgotten, setForgotten] = useState(false);
  if (forgotten) {
    return (
      <Gate title={label('door.forgotten')} help={help}>
        <ForgottenForm />
        <PlainButton tone="quiet" onClick={() => setForgotten(false)}>{label('door.back')}</PlainButton>
      </Gate>
    );
  }
  return (
    <Gate title={label('door.signIn')} help={help}>
      <SignInForm />
      <PlainButton tone="quiet" onClick={() => setForgotten(true)}>{label('door.forgotten')}</PlainButton>
    </Gate>
  );
}
