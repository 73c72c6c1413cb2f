import { useEffect, useState } from 'react';
import type { CheckView } from '../api/generated/CheckView';

/** Typing pauses this long before the gate is asked, in milliseconds. */
const pause = 250;

/**
 * What the gate would say to the text as it stands now.
 * @param key changes whenever the answer could
 */
export function useCheck(key: string, ask: () => Promise<CheckView>): CheckView | null {
  const [check, setCheck] = useState<CheckView | null>(null);
  useEffect(() => {
    let here = true;
    const timer = setTimeout(() => {
      ask().then(
        (answer) => {
          if (here) setCheck(answer);
        },
        // Without an answer the last hints stay; sending asks again and says what is wrong.
        () => undefined,
      );
    }, pause);
    return () => {
      here = false;
      clearTimeout(timer);
    };
    // `ask` is made anew at each drawing; the key says when its answer could differ.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return check;
}
