import { useSyncExternalStore } from 'react';
import type { QueueFilter } from '../api/generated/QueueFilter';

/** Where one was in the list: it outlives an open case, a lock and a round of sync. */
interface DeskPlace {
  /** Whose list it is: another user begins at the top. */
  staff: string;
  filter: QueueFilter;
  /** The case that was opened last. */
  row: string | null;
  /** How far the list was scrolled, in pixels. */
  scroll: number;
}

let place: DeskPlace = { staff: '', filter: 'mine', row: null, scroll: 0 };
const listeners = new Set<() => void>();

function change(next: DeskPlace) {
  place = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The place of a user in the list. */
export function deskPlaceOf(staff: string): DeskPlace {
  if (place.staff !== staff) place = { staff, filter: 'mine', row: null, scroll: 0 };
  return place;
}

/** The filter of a user's list, and how it is changed: another filter begins at its top. */
export function useDeskFilter(staff: string): [QueueFilter, (filter: QueueFilter) => void] {
  const filter = useSyncExternalStore(subscribe, () => deskPlaceOf(staff).filter);
  return [filter, (next) => change({ staff, filter: next, row: null, scroll: 0 })];
}

/** Remembers the row and the scroll; nothing is drawn for it. */
export function keepDeskPlace(staff: string, part: Partial<Pick<DeskPlace, 'row' | 'scroll'>>) {
  place = { ...deskPlaceOf(staff), ...part };
}
