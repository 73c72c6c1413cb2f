import { useMemo, useState } from 'react';

export interface OrderChange {
  moved: number;
  added: number;
  gone: number;
}

/** How many of the numbers already stand in rising order, at most (patience, n log n). */
function longestRise(numbers: number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? Infinity) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
  }
  return ends.length;
}

/** What separates the order on the screen from the fresh one: the fewest moves, and the new ones. */
export function orderChange(shown: readonly string[], fresh: readonly string[]): OrderChange {
  const placeOf = new Map(fresh.map((id, place) => [id, place]));
  const common = shown.flatMap((id) => placeOf.get(id) ?? []);
  return {
    moved: common.length - longestRise(common),
    added: fresh.length - common.length,
    gone: shown.length - common.length,
  };
}

/** The rows behind the last one that is shown: a later page, which is no arrival. */
export function laterPage<Row>(
  shown: readonly Row[],
  fresh: readonly Row[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const ids = new Set(shown.map(idOf));
  const last = fresh.findLastIndex((row) => ids.has(idOf(row)));
  return last < 0 || fresh.length <= shown.length ? [] : fresh.slice(last + 1);
}

export interface StillRows<Row> {
  rows: readonly Row[];
  change: OrderChange;
  /** Brings the fresh order onto the screen. */
  apply: () => void;
}

/**
 * Keeps the order of a list while it is held (has focus). The words of a row stay fresh; only its
 * place waits, and a row that left stays until the change is applied.
 */
export function useStillOrder<Row>(
  fresh: readonly Row[],
  /** Declared outside of the component. */
  idOf: (row: Row) => string,
  held: boolean,
): StillRows<Row> {
  const [shown, setShown] = useState<readonly Row[]>(fresh);
  const still = held && shown.length > 0;
  if (!still && shown !== fresh) setShown(fresh);
  return useMemo(() => {
    const freshById = new Map(fresh.map((row) => [idOf(row), row]));
    const rows = still
      ? [...shown.map((row) => freshById.get(idOf(row)) ?? row), ...laterPage(shown, fresh, idOf)]
      : fresh;
    return {
      rows,
      change: orderChange(rows.map(idOf), fresh.map(idOf)),
      apply: () => setShown(fresh),
    };
  }, [fresh, shown, still, idOf]);
}
