import { useSyncExternalStore } from 'react';
import { useSettings } from '../settings/settings';

/** Three panes, two with the side panel as a sheet, or one at a time. */
export type Room = 'wide' | 'narrow' | 'single';

/** Widths in pixels at the ordinary text size; larger text needs more of them. */
const widths = { wide: 1100, narrow: 760 };

function subscribe(listener: () => void) {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** How much the window has room for, at the text size of the settings. */
export function useRoom(): Room {
  const { text_percent: percent } = useSettings().settings;
  const width = useSyncExternalStore(subscribe, () => window.innerWidth);
  const room = (width * 100) / percent;
  if (room > widths.wide) return 'wide';
  return room > widths.narrow ? 'narrow' : 'single';
}
