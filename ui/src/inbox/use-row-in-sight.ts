import { useEffect, type RefObject } from 'react';

/** Keeps the row of the open case in sight while one goes from case to case. */
export function useRowInSight(
  grid: RefObject<HTMLDivElement | null>,
  place: number,
  rowHeight: number,
) {
  useEffect(() => {
    const element = grid.current;
    if (!element || place < 0) return;
    const top = place * rowHeight;
    const bottom = top + rowHeight;
    if (top < element.scrollTop) element.scrollTo({ top });
    else if (bottom > element.scrollTop + element.clientHeight) {
      element.scrollTo({ top: bottom - element.clientHeight });
    }
  }, [grid, place, rowHeight]);
}
