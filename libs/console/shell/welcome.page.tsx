import { callApi, ErrorSummary, fieldTexts, PlainButton, summaryLines, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Gate } from './gate';
import { label } from './labels';

/** Where a mailed link leads: setting the password. The secret stands after the #, so no server ever logged it. */
export function WelcomePage() {
  const [secret] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const act = useMutation<unknown, ApiProblem>({ mutationFn: () => callApi('POST', '/session/password', { secret, password }) });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = act.error ? fieldTexts(act.error.fields) : {};
  const help = 'ลิงก์ใช้ได้ครั้งเดียว ถ้าหมดอายุ เลือก “ลืมรหัสผ่าน” ที่หน้าเข้าระบบ';
  if (act.isSuccess) {
    return (
      <Gate title="ตั้งรหัสผ่านแล้ว" help={help}>
        <p className="note ok" role="status"><Words>เข้าระบบด้วยอีเมลและรหัสผ่านใหม่ได้เลย</Words></p>
        <PlainButton size="big" wide onClick={() => window.location.assign('/')}>{label('door.toSignIn')}</PlainButton>
      </Gate>
    );
  }
  return (
    <Gate title={label('door.set')} help={help}>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
        <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
        <TextField path="password" label={label('door.newPassword')} hint="อย่างน้อย 12 ตัวอักษร" type="password" autoComplete="new-password" value={password} onChange={setPassword} error={texts['password']} />
        <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('door.set')}</PlainButton>
      </form>
    </Gate>
  );
}
