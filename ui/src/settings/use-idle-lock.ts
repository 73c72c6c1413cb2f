import { useEffect } from 'react';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the window after so many minutes without a hand on it; 0 never. */
export function useIdleLock(minutes: number, lock: () => void) {
  useEffect(() => {
    if (minutes === 0) return;
    let timer = setTimeout(lock, minutes * 60_000);
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * 60_000);
    };
    for (const sign of signs) window.addEventListener(sign, wake, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wake);
    };
  }, [minutes, lock]);
}
