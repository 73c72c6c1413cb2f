import { expect, test } from 'vitest';
import { dateWords, daysBetween } from './dates';
import { firstStrong, withoutIsolation } from './direction';
import { localeTag } from './locale';

const at = new Date(2026, 2, 12, 14, 30);

test('a locale always names its calendar and its digits', () => {
  expect(localeTag('ar', 'islamic-umalqura', 'arab')).toBe('ar-u-ca-islamic-umalqura-nu-arab');
  expect(localeTag('en', 'gregory', 'latn')).toBe('en-GB-u-ca-gregory-nu-latn');
});

test('an Arabic date has Latin digits when they are chosen', () => {
  const words = dateWords(at, 'day', { language: 'ar', digits: 'latn', calendar: 'gregory' });
  expect(words).toContain('12');
  expect(words).toContain('مارس');
});

test('both calendars are printed, the time once', () => {
  const words = dateWords(at, 'moment', { language: 'ar', digits: 'latn', calendar: 'both' });
  expect(words).toContain('رمضان');
  expect(words.match(/14:30/gu)).toHaveLength(1);
});

test('days are counted by dates, not by hours', () => {
  expect(daysBetween(new Date(2026, 2, 12, 23, 50), new Date(2026, 2, 13, 0, 10))).toBe(1);
});

test('an empty text takes the direction of the interface', () => {
  expect(firstStrong('', 'rtl')).toBe('rtl');
  expect(firstStrong('+968 2412', 'rtl')).toBe('rtl');
  expect(firstStrong('2. Burst pipe', 'rtl')).toBe('ltr');
  expect(firstStrong('«ماسورة» burst', 'ltr')).toBe('rtl');
});

test('isolation marks do not reach the clipboard', () => {
  expect(withoutIsolation('\u2068RD-7K2M-9QXF\u2069')).toBe('RD-7K2M-9QXF');
});
