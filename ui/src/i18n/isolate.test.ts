import { expect, test } from 'vitest';
import { piecesOf } from './isolate';

const numbers = (text: string) =>
  piecesOf(text)
    .filter(({ isNumber }) => isNumber)
    .map((piece) => piece.text);

test('phones and file numbers inside a text stand alone', () => {
  expect(numbers('اتصلوا على +968 2412 3456 ومعاملتي 2026/0012-3.')).toEqual([
    '+968 2412 3456',
    '2026/0012-3',
  ]);
});

test('short numbers stay in the sentence', () => {
  expect(numbers('عمود 14 منذ 3 أيام و 48.500 ريال')).toEqual(['48.500']);
});

test('nothing of the text is lost', () => {
  const text = '24123456 ثم\n24 12 34 56';
  expect(
    piecesOf(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
