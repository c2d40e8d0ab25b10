export {
  addDays, addMonths, addWorkingDays, bangkokDay, daysBetween, endOfBangkokDayExclusive, isCalendarDay, isWeekend, isWorkingDay,
  startOfBangkokDay, weekday, workingDaysBetween,
} from './calendar';
export {
  buddhistEraOffset, buddhistYearOf, fiscalYearOf, fiscalYearWindow, halfOf, halfWindow, quarterOf, quarterWindow,
} from './fiscal-year';
export type { DayWindow, Half, Quarter } from './fiscal-year';
export {
  formatThaiClock, formatThaiDate, formatThaiDateTime, formatThaiTime, parseThaiDate, thaiMonths, thaiMonthsShort, thaiWeekdays,
} from './thai-date';
export type { DateStyle, ParsedDate } from './thai-date';
export { formatCount, formatFileSize, formatThaiPhone, isThaiPhone, toArabicDigits, toThaiDigits } from './numerals';
export { compareThai, normaliseThai } from './collation';
export { searchTextOf, searchWordsOf } from './search-text';
export { lettersBetween, suggestSpelling } from './spelling';
export { wordChanges } from './word-changes';
export type { TextPart } from './word-changes';
export { unbroken, unbrokenTerms } from './glossary';
export type { Stretch } from './glossary';
export {
  formatClockTime, formatDayHours, formatTimeRange, inTimeOrder, minutesOf, mostRangesOfDay, parseClockTime, parseDayHours, unreadTimeText, writeDayHours, wrongInDay,
} from './clock-time';
export type { ParsedHours, TimeRange, WrongHours } from './clock-time';
export { changesAt, daysOffOf, dayState, emptyWeek, hoursOn, instantOfTime, nextDayWithHours, nextRange, openState, weekdayKeys } from './week-hours';
export type { DayChange, DayState, HoursOfDay, OpenState, Schedule, WeekdayKey, WeekHours } from './week-hours';
export {
  clinicWord, dayFrom, longDay, openSentence, openWord, shownHours, stripDays, thaiWeekdaysShort, weekdayName, weekFromMonday, weekLines, weekSentence,
} from './hours-words';
export type { StatusWord } from './hours-words';
