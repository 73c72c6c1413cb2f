import { useEffect, useLayoutEffect, type RefObject } from 'react';
import { deskPlaceOf, keepDeskPlace } from './desk-place';
import { useMe } from '../account/me';

/**
 * The list comes back where it was left: scrolled as far, and with the focus on the case that was opened
 * last when the list stands alone.
 */
export function usePlaceKept(grid: RefObject<HTMLDivElement | null>, open: string | undefined) {
  const { staff } = useMe();
  useLayoutEffect(() => {
    const element = grid.current;
    if (!element) return;
    const keep = () => keepDeskPlace(staff, { scroll: element.scrollTop });
    element.addEventListener('scroll', keep, { passive: true });
    return () => element.removeEventListener('scroll', keep);
  }, [grid, staff]);
  useEffect(() => {
    const { row, scroll } = deskPlaceOf(staff);
    const element = grid.current;
    if (!element) return;
    element.scrollTo({ top: scroll });
    if (open !== undefined || row === null) return;
    // The row is drawn once the list is scrolled to it.
    const frame = requestAnimationFrame(() => {
      const selector = `[data-key="${CSS.escape(row)}"]`;
      element.querySelector<HTMLElement>(selector)?.focus();
    });
    return () => cancelAnimationFrame(frame);
    // Once, when the list appears: afterwards its user moves.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [grid, staff]);
  useEffect(() => {
    if (open !== undefined) keepDeskPlace(staff, { row: open });
  }, [open, staff]);
}
