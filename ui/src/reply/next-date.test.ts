import { parseAbsolute } from '@internationalized/date';
import { expect, test } from 'vitest';
import { earlierChoice } from './next-date';

const days = {
  first: '2026-11-29T08:00:00Z',
  third: '2026-12-01T08:00:00Z',
  fifth: '2026-12-03T08:00:00Z',
};
const at = (instant: string) => ({ by: 'date', at: parseAbsolute(instant, 'UTC') }) as const;

test('a form begins with the next working day when three are too late for the case', () => {
  expect(earlierChoice(at('2026-11-30T21:59:59Z'), days)).toEqual({ by: 'next-day' });
  const today = at('2026-11-28T21:59:59Z');
  expect(earlierChoice(today, days)).toBe(today);
  expect(earlierChoice(null, days)).toBeNull();
});
