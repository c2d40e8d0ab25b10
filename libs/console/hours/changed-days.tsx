import { DayField, dayText, PlainButton, TextField, Words } from '@prongsai/console/ui';
import type { DayDraft } from './draft';
import { label } from './labels';
import { readAs } from './week-fields';

/** Days on which the unit's hours differ: closed for a training, open on a holiday. */
export function ChangedDays({ days, onChange, errors }: { days: readonly DayDraft[]; onChange: (days: DayDraft[]) => void; errors: Record<string, string> }) {
  const change = (index: number, more: Partial<DayDraft>) => onChange(days.map((one, at) => (at === index ? { ...one, ...more } : one)));
  return (
    <fieldset className="bare" id="f-days">
      <legend>{label('opening.days')}</legend>
      <p className="hint"><Words>เช่น ปิดเพื่ออบรมบุคลากร หรือเปิดพิเศษในวันหยุด คลินิกที่หยุดตามหน่วยงานจะงดในวันที่ปิดด้วย</Words></p>
      {days.map((one, index) => (
        <div className="changed-day" key={index}>
          <DayField path={`days.${index}.day`} label={label('day.day')} value={one.day} error={errors[`days.${index}.day`]} onChange={(day, unread) => change(index, { day, unread })} />
          <TextField path={`days.${index}.hours`} label={label('day.hours')} value={one.hours} error={errors[`days.${index}.hours`]} hint={readAs(one.hours)} onChange={(hours) => change(index, { hours })} />
          <TextField path={`days.${index}.words`} label={label('day.words')} value={one.words} optional error={errors[`days.${index}.words`]} onChange={(words) => change(index, { words })} />
          <PlainButton tone="quiet" size="small" onClick={() => onChange(days.filter((_, at) => at !== index))}>{label('day.remove')}<span className="vh"> {dayText(one.day)}</span></PlainButton>
        </div>
      ))}
      <PlainButton tone="sec" size="small" onClick={() => onChange([...days, { day: null, unread: null, hours: '', words: '' }])}>{label('opening.addDay')}</PlainButton>
    </fieldset>
  );
}
