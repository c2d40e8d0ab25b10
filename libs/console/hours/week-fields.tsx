import { formatDayHours, parseDayHours, weekdayName, weekFromMonday } from '@prongsai/kernel/thai';
import { PlainButton, TextField } from '@prongsai/console/ui';
import { withMondayCopied, type WeekDraft } from './draft';
import { label } from './labels';

/** What a text is read as, below its field. */
export function readAs(text: string): string {
  const read = parseDayHours(text);
  return read.ok ? formatDayHours(read.ranges) : 'ยังอ่านเวลาไม่ได้';
}

/** One field a day, in the order of the week: type, Tab, type. Monday's hours can be used until Friday. */
export function WeekFields({ week, onChange, errors }: { week: WeekDraft; onChange: (week: WeekDraft) => void; errors: Record<string, string> }) {
  return (
    <div className="week">
      {weekFromMonday.map((key) => (
        <div className="week-day" key={key}>
          <TextField path={`weekly.${key}`} label={weekdayName(key)} value={week[key]} error={errors[`weekly.${key}`]} hint={readAs(week[key])} placeholder={key === 'mon' ? '8.30-12, 13-16.30' : ''}
            onChange={(value) => onChange({ ...week, [key]: value })} />
          {key === 'mon' && <PlainButton tone="sec" size="small" onClick={() => onChange(withMondayCopied(week))}>{label('opening.copy')}</PlainButton>}
        </div>
      ))}
    </div>
  );
}
