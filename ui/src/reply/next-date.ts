import { now, parseAbsolute, type ZonedDateTime } from '@internationalized/date';
import type { GateHint } from '../api/generated/GateHint';
import type { NextDate } from '../api/generated/NextDate';

/** What the writer chose for "when does the person hear next". */
export type NextChoice =
  | { by: 'tomorrow' | 'three-days' | 'week' }
  | { by: 'date'; at: ZonedDateTime }
  | { by: 'none'; because: string | null };

const days = { tomorrow: 1, 'three-days': 3, week: 7 } as const;

/** Ten in the morning, so many days ahead, in the agency's zone. */
export function morningAfter(count: number, zone: string): ZonedDateTime {
  return now(zone).add({ days: count }).set({ hour: 10, minute: 0, second: 0, millisecond: 0 });
}

/** The choice as it travels; nothing while it is not whole. */
export function nextDateOf(choice: NextChoice, zone: string): NextDate | null {
  if (choice.by === 'none') {
    return choice.because === null ? null : { next: 'none', because: choice.because };
  }
  const at = choice.by === 'date' ? choice.at : morningAfter(days[choice.by], zone);
  return { next: 'at', at: at.toDate().toISOString() };
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
