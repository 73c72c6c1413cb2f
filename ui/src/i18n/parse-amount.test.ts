import { expect, test } from 'vitest';
import { parseAmount } from './parse-amount';

test('an amount is read in any digits while it is typed', () => {
  expect(parseAmount('180', 2)).toBe(18_000);
  expect(parseAmount('١٨٠', 2)).toBe(18_000);
  expect(parseAmount('1٨0', 2)).toBe(18_000);
  expect(parseAmount('٤٫٥', 3)).toBe(4_500);
  expect(parseAmount('12.', 2)).toBe(1_200);
});

test('groups and decimals are told apart by the currency', () => {
  expect(parseAmount('1,240.50', 2)).toBe(124_050);
  expect(parseAmount('1,240', 2)).toBe(124_000);
  expect(parseAmount('1,240', 3)).toBe(1_240);
  expect(parseAmount('٢٬٠٠٠', 2)).toBe(200_000);
});

test('what is no amount is none', () => {
  for (const typed of ['', 'مئة', '1.234', '-5', '1.2.3']) {
    expect(parseAmount(typed, 2)).toBeNull();
  }
});
