import type { SessionView } from '@prongsai/kernel/contracts';
import { ErrorSummary, fieldTexts, PlainButton, summaryLines, TextField, useSignIn, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';

/** E-mail and password; pasting and password managers work. `onDone` hears the new session. */
export function SignInForm({ onDone }: { onDone?: (session: SessionView) => void }) {
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const act = useMutation<SessionView, ApiProblem>({ mutationFn: () => signIn({ email, password }), onSuccess: (session) => onDone?.(session) });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = act.error ? fieldTexts(act.error.fields) : {};
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
      <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
      <TextField path="email" label={label('door.email')} type="email" inputMode="email" autoComplete="username" value={email} onChange={setEmail} error={texts['email']} />
      <TextField path="password" label={label('door.password')} type="password" autoComplete="current-password" value={password} onChange={setPassword} error={texts['password']} />
      <PlainButton type="submit" size="big" wide busy={act.isPending}>{act.isPending ? 'กำลังเข้าระบบ' : label('door.signIn')}</PlainButton>
    </form>
  );
}
