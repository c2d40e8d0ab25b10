export {
  addDays, addWorkingDays, bangkokDay, daysBetween, endOfBangkokDayExclusive, isCalendarDay, isWeekend, isWorkingDay,
  startOfBangkokDay, weekday,
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
export { unbroken, unbrokenTerms } from './glossary';
export type { Stretch } from './glossary';
