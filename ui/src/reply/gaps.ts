/** Stands where the writer has to write: it blocks sending, and Tab jumps to it. */
export const gap = '«…»';

/** The text with a sentence that has gaps behind it. */
export function withGaps(text: string, sentence: string): string {
  return text.trim() === '' ? sentence : `${text.trimEnd()}\n${sentence}`;
}

/** Where the next gap behind a place begins; the first one when there is none behind. */
export function nextGap(text: string, from: number): number | null {
  const behind = text.indexOf(gap, from);
  const place = behind === -1 ? text.indexOf(gap) : behind;
  return place === -1 ? null : place;
}
