import type { Direction } from './locale';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const letter = /\p{L}/u;

/**
 * The direction of a text by its first strong letter; a text without one follows the interface.
 * `dir="auto"` is not used, because an empty field would be left to right.
 */
export function firstStrong(text: string, whenNone: Direction): Direction {
  const first = letter.exec(text)?.[0];
  if (first === undefined) return whenNone;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** A text without Fluent's isolation marks, for the clipboard, files and logs. */
export function withoutIsolation(text: string): string {
  return text.replace(/[\u2066-\u2069]/gu, '');
}
