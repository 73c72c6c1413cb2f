import { expect, test } from 'vitest';
import { dateWords, daysBetween } from './dates';
import { firstStrong, withoutIsolation } from './direction';
import { localeTag } from './locale';

const at = new Date('2026-03-12T10:30:00Z');
const zone = 'Asia/Muscat';

test('a locale always names its calendar and its digits', () => {
  expect(localeTag('ar', 'umm_al_qura', 'arabic_indic')).toBe('ar-u-ca-islamic-umalqura-nu-arab');
  expect(localeTag('en', 'gregorian', 'latin')).toBe('en-GB-u-ca-gregory-nu-latn');
});

test('an Arabic date has Latin digits when they are chosen', () => {
  const words = dateWords(at, 'day', {
    language: 'ar',
    digits: 'latin',
    calendar: 'gregorian',
    zone,
  });
  expect(words).toContain('12');
  expect(words).toContain('مارس');
});

test('both calendars are printed, the time once', () => {
  const words = dateWords(at, 'moment', {
    language: 'ar',
    digits: 'latin',
    calendar: 'both',
    zone,
  });
  expect(words).toContain('رمضان');
  expect(words.match(/14:30/gu)).toHaveLength(1);
});

test('days are counted by the dates of the zone, not by hours', () => {
  const before = new Date('2026-03-12T19:50:00Z');
  const after = new Date('2026-03-12T20:10:00Z');
  expect(daysBetween(before, after, zone)).toBe(1);
  expect(daysBetween(before, after, 'UTC')).toBe(0);
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
