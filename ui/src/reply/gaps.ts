/** Stands where the writer has to write; a text that holds one is not sent. */
export const gap = '«…»';

/** The text with a sentence that has gaps behind it. */
export function withGaps(text: string, sentence: string): string {
  return text.trim() === '' ? sentence : `${text.trimEnd()}\n${sentence}`;
}
