import { useSyncExternalStore } from 'react';

/** Below this width the side panel becomes a sheet. */
const narrow = window.matchMedia('(width <= 1100px)');

function subscribe(listener: () => void) {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
