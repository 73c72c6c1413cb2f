import { now, parseAbsolute, type ZonedDateTime } from '@internationalized/date';
import type { GateHint } from '../api/generated/GateHint';
import type { NextDate } from '../api/generated/NextDate';
import type { NextDays } from '../api/generated/NextDays';

/** What the writer chose for "when does the person hear next". */
export type NextChoice =
  | { by: 'next-day' | 'three-days' | 'week' }
  | { by: 'date'; at: ZonedDateTime }
  | { by: 'none'; because: string | null };

/** Which of the offered working days each choice means. */
const offered = { 'next-day': 'first', 'three-days': 'third', week: 'fifth' } as const;

/** Where the date field begins: the next working day, or now while that is not known. */
export function firstDay(days: NextDays | undefined, zone: string): ZonedDateTime {
  return days ? parseAbsolute(days.first, zone) : now(zone);
}

/** The choice as it travels; nothing while it is not whole, or the working days are not known yet. */
export function nextDateOf(choice: NextChoice, days: NextDays | undefined): NextDate | null {
  if (choice.by === 'none') {
    return choice.because === null ? null : { next: 'none', because: choice.because };
  }
  if (choice.by === 'date') return { next: 'at', at: choice.at.toDate().toISOString() };
  return days ? { next: 'at', at: days[offered[choice.by]] } : null;
}

/** The choice that a form begins with when its own is too late for the case: the next working day. */
export function earlierChoice(
  latest: NextChoice | null,
  days: NextDays | undefined,
): NextChoice | null {
  if (latest?.by !== 'date' || !days) return latest;
  return new Date(days.first) <= latest.at.toDate() ? { by: 'next-day' } : latest;
}

/** The latest date that the gate would take, when it has refused a later one. */
export function latestFitting(hints: GateHint[], zone: string): NextChoice | null {
  for (const { refusal } of hints) {
    if (refusal.code === 'next_date_unfit') {
      return { by: 'date', at: parseAbsolute(refusal.latest, zone) };
    }
  }
  return null;
}
