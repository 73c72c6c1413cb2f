import { dateFormat } from './formats';
import { calendarsOf, localeTag, type CalendarChoice, type Digits, type Language } from './locale';

export interface DateStyle {
  language: Language;
  digits: Digits;
  calendar: CalendarChoice;
  /** The agency's zone; days begin and end there, not where the computer stands. */
  zone: string;
}

/** How much of an instant is printed. */
export type DatePart = 'day' | 'short' | 'moment' | 'time';

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const parts: Record<DatePart, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'long' },
  moment: { day: 'numeric', month: 'long', year: 'numeric', ...time },
  time,
};

/** An instant in words; with both calendars the second one prints its day alone. */
export function dateWords(at: Date, part: DatePart, style: DateStyle): string {
  const { language, digits, zone } = style;
  const printed = calendarsOf(style.calendar).map((calendar, place) => {
    const shown = place > 0 && part === 'moment' ? 'day' : part;
    return dateFormat(localeTag(language, calendar, digits), zone, parts[shown]).format(at);
  });
  return (part === 'time' ? printed.slice(0, 1) : printed).join(' · ');
}

const civil = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

/**
 * The civil day of an instant in a zone, counted in days. Read from parts, because the same locale
 * writes a date in one order in Chromium and in another in WebKitGTK.
 */
function civilDay(at: Date, zone: string): number {
  const parts = dateFormat(localeTag('en', 'gregorian', 'latin'), zone, civil).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / 86_400_000;
}

/** Whole days between the dates of two instants. */
export function daysBetween(from: Date, to: Date, zone: string): number {
  return civilDay(to, zone) - civilDay(from, zone);
}
