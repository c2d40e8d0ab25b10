import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldId } from './error-summary';
import { label as named } from './labels';

const inputParts = { root: 'field', description: 'hint', error: 'errmsg', input: 'in' };
const order = ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[];

interface FieldProps {
  /** Dotted path of the request body; makes the id that the error summary links to. */
  path: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  disabled?: boolean;
}

function common({ path, label, hint, error, optional, disabled }: FieldProps) {
  return {
    id: fieldId(path), name: path, classNames: inputParts, inputWrapperOrder: order,
    label: optional ? <>{label} <span className="opt">{named('ui.optional')}</span></> : label,
    ...(hint ? { description: hint } : {}), ...(error ? { error } : {}), ...(disabled ? { disabled } : {}),
  };
}

/** One line of text. */
export function TextField({ value, onChange, onBlur, type = 'text', autoComplete = 'off', inputMode, placeholder, ...field }: FieldProps & {
  value: string; onChange: (value: string) => void; onBlur?: () => void; type?: 'text' | 'email' | 'password' | 'tel' | 'url'; autoComplete?: string;
  inputMode?: 'numeric' | 'tel' | 'email' | 'url'; placeholder?: string;
}) {
  return (
    <TextInput {...common(field)} type={type} value={value} autoComplete={autoComplete} {...(inputMode ? { inputMode } : {})}
      {...(placeholder ? { placeholder } : {})} {...(onBlur ? { onBlur } : {})} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}

/** Several lines of text; grows as one types where the browser can. */
export function AreaField({ value, onChange, onBlur, rows = 3, ...field }: FieldProps & {
  value: string; onChange: (value: string) => void; onBlur?: () => void; rows?: number;
}) {
  return (
    <Textarea {...common(field)} classNames={{ ...inputParts, input: rows < 3 ? 'in short' : 'in' }} rows={rows} value={value}
      {...(onBlur ? { onBlur } : {})} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** One of a list; `empty` is the text of choosing none. */
export function SelectField({ value, onChange, choices, empty, ...field }: FieldProps & {
  value: string; onChange: (value: string) => void; choices: readonly Choice[]; empty?: string;
}) {
  return (
    <NativeSelect {...common(field)} value={value} rightSection={<></>} onChange={(event) => onChange(event.currentTarget.value)}
      data={[...(empty === undefined ? [] : [{ value: '', label: empty }]), ...choices]} />
  );
}

/** A tick box or one of several choices, the whole row a target. */
export function ChoiceRow({ type = 'checkbox', name, checked, onChange, children, id }: {
  type?: 'checkbox' | 'radio'; name: string; checked: boolean; onChange: (checked: boolean) => void; children: ReactNode; id?: string;
}) {
  return (
    <label className="choice">
      <input type={type} name={name} checked={checked} {...(id ? { id } : {})} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
