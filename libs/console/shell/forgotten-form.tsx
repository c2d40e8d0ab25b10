import { callApi, ErrorSummary, fieldTexts, PlainButton, summaryLines, TextField, Words, type ApiProblem } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { label } from './labels';

/** Asks for a link by mail; the answer is the same whether the address is known or not. */
export function ForgottenForm() {
  const [email, setEmail] = useState('');
  const act = useMutation<{ detail: string }, ApiProblem>({ mutationFn: () => callApi('POST', '/session/forgotten-password', { email }) });
  const lines = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  const texts = act.error ? fieldTexts(act.error.fields) : {};
  if (act.data) return <p className="note ok" role="status"><Words>{act.data.detail}</Words></p>;
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!act.isPending) act.mutate(); }}>
      <ErrorSummary title={act.error?.title ?? ''} lines={lines} />
      <TextField path="email" label={label('door.email')} type="email" inputMode="email" autoComplete="username" value={email} onChange={setEmail} error={texts['email']} />
      <PlainButton type="submit" size="big" wide busy={act.isPending}>{label('door.sendLink')}</PlainButton>
    </form>
  );
}
