import { calendarsOf, localeTag, type CalendarChoice, type Digits, type Language } from './locale';

export interface DateStyle {
  language: Language;
  digits: Digits;
  calendar: CalendarChoice;
}

/** How much of an instant is printed. */
export type DatePart = 'day' | 'moment' | 'time';

const parts: Record<DatePart, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  moment: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(tag: string, part: DatePart): Intl.DateTimeFormat {
  const key = `${tag} ${part}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tag, parts[part]);
  formats.set(key, known);
  return known;
}

/** An instant in words; with both calendars the second one prints its day alone. */
export function dateWords(at: Date, part: DatePart, style: DateStyle): string {
  const printed = calendarsOf(style.calendar).map((calendar, place) =>
    formatOf(localeTag(style.language, calendar, style.digits), place === 0 ? part : 'day').format(
      at,
    ),
  );
  return (part === 'time' ? printed.slice(0, 1) : printed).join(' · ');
}

/** Whole days between the dates of two instants, in the zone of this computer. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate());
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}
