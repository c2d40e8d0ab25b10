import type { MemberView } from '@prongsai/kernel/contracts';
import { callApi, ErrorSummary, fieldTexts, PlainButton, Sheet, summaryLines, tenantPath, TextField, type ApiProblem, type FieldProblem, type UnitFacts } from '@prongsai/console/ui';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { appointmentBody, AppointmentFields, emptyAppointment, type AppointmentDraft } from './appointment-fields';
import { label } from './labels';

/** The state that both sheets share: the appointment, days that could not be read, the refusal. */
function usePeopleForm(send: (appointment: AppointmentDraft) => Promise<MemberView>, onDone: (member: MemberView) => void, role: AppointmentDraft['role'] = '') {
  const [appointment, setAppointment] = useState<AppointmentDraft>({ ...emptyAppointment, role });
  const [unread, setUnread] = useState<Record<string, string>>({});
  const [own, setOwn] = useState<FieldProblem[] | null>(null);
  const act = useMutation<MemberView, ApiProblem>({ mutationFn: () => send(appointment), onSuccess: onDone });
  const refused = useMemo(() => (act.error ? summaryLines(act.error) : []), [act.error]);
  return {
    act, lines: own ?? refused, title: own ? undefined : act.error?.title,
    texts: { ...fieldTexts(act.error?.fields ?? []), ...unread },
    fields: {
      draft: appointment,
      onChange: (change: Partial<AppointmentDraft>) => setAppointment((all) => ({ ...all, ...change })),
      onUnread: (path: string, text: string | null) => setUnread(({ [path]: _gone, ...rest }) => (text ? { ...rest, [path]: text } : rest)),
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      const wrong = Object.entries(unread).map(([path, text]) => ({ path, text }));
      setOwn(wrong.length > 0 ? wrong : null);
      if (wrong.length === 0 && !act.isPending) act.mutate();
    },
  };
}

interface SheetProps {
  slug: string;
  unit: UnitFacts | undefined;
  onClose: () => void;
  onDone: (member: MemberView) => void;
}

/** Brings a person into the unit with a first appointment; `role` is chosen beforehand. */
export function AddMemberSheet({ slug, unit, role, onClose, onDone }: SheetProps & { role: AppointmentDraft['role'] }) {
  const [person, setPerson] = useState({ name: '', email: '', position: '' });
  const form = usePeopleForm((appointment) => callApi<MemberView>('POST', tenantPath(slug, 'members'), { ...person, appointment: appointmentBody(appointment) }), onDone, role);
  const field = (path: 'name' | 'email' | 'position') => ({ path, value: person[path], error: form.texts[path], onChange: (value: string) => setPerson((all) => ({ ...all, [path]: value })) });
  return (
    <Sheet title={label('people.add')} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={form.submit}>
        <ErrorSummary {...(form.title ? { title: form.title } : {})} lines={form.lines} />
        <TextField {...field('name')} label={label('field.name')} />
        <TextField {...field('email')} label={label('field.email')} type="email" inputMode="email" />
        <TextField {...field('position')} label={label('field.position')} optional />
        <AppointmentFields {...form.fields} texts={form.texts} prefix="appointment." unit={unit} />
        <PlainButton type="submit" size="big" wide busy={form.act.isPending}>{label('people.addSubmit')}</PlainButton>
      </form>
    </Sheet>
  );
}

/** Gives a member a further appointment. */
export function AppointSheet({ slug, unit, member, onClose, onDone }: SheetProps & { member: MemberView }) {
  const form = usePeopleForm((appointment) => callApi<MemberView>('POST', tenantPath(slug, 'members', member.id, 'appointments'), appointmentBody(appointment)), onDone);
  return (
    <Sheet title={`${label('people.appoint')} ${member.name}`} opened onClose={onClose}>
      <form className="stack" noValidate onSubmit={form.submit}>
        <ErrorSummary {...(form.title ? { title: form.title } : {})} lines={form.lines} />
        <AppointmentFields {...form.fields} texts={form.texts} unit={unit} />
        <PlainButton type="submit" size="big" wide busy={form.act.isPending}>{label('people.appoint')}</PlainButton>
      </form>
    </Sheet>
  );
}
