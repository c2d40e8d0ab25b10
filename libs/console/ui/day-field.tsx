import { TextInput } from '@mantine/core';
import { parseThaiDate } from '@prongsai/kernel/thai';
import { useEffect, useState } from 'react';
import { fieldId } from './error-summary';
import { label as named } from './labels';
import { dayText } from './thai-day';
import { unreadDayText } from './unread-day';

/**
 * A calendar day as people type it: 1 ต.ค. 2569, 1/10/69, ๑ ตุลาคม ๒๕๖๙. Says below what it understood. `onChange` gets
 * the ISO day, null when empty, and null with the sentence to show when the text is no day.
 */
export function DayField({ path, label, value, onChange, error, hint, optional = false }: {
  path: string; label: string; value: string | null; error?: string | undefined; hint?: string; optional?: boolean;
  onChange: (day: string | null, unread: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  // A day that was chosen by other means than typing takes the place of what was typed.
  useEffect(() => setTyped((text) => (text === null || (text.trim() === '' && value === null) || dayOf(text) === value ? text : null)), [value]);
  const text = typed ?? (value ? dayText(value) : '');
  const read = typed === null || typed.trim() === '' ? null : parseThaiDate(typed);
  const understood = read?.ok ? `อ่านเป็น ${dayText(read.day, 'long')}${read.yearGuessed ? ' ถ้าไม่ใช่ให้พิมพ์ปี พ.ศ. สี่หลัก' : ''}` : null;

  function take(next: string): void {
    setTyped(next);
    if (next.trim() === '') return onChange(null, null);
    const parsed = parseThaiDate(next);
    if (parsed.ok) onChange(parsed.day, null);
    else onChange(null, unreadDayText(parsed.reason, next));
  }

  return (
    <TextInput
      id={fieldId(path)} name={path} autoComplete="off" inputMode="text" placeholder="เช่น 1 ต.ค. 2569 หรือ 1/10/69"
      classNames={{ root: 'field', description: 'hint', error: 'errmsg', input: 'in' }}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      label={optional ? <>{label} <span className="opt">{named('ui.optional')}</span></> : label}
      description={understood ?? hint ?? ''} value={text} {...(error ? { error } : {})}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => { if (read?.ok) setTyped(null); }}
    />
  );
}

function dayOf(text: string): string | null {
  const read = parseThaiDate(text);
  return read.ok ? read.day : null;
}
