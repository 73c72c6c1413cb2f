import { useRef, useState, type FocusEvent } from 'react';
import { ChangesBar } from './ChangesBar';
import { OpenRow } from './open-row';
import { RowsGrid, useRowSize } from './RowsGrid';
import { usePlaceKept } from './use-place-kept';
import { useRowInSight } from './use-row-in-sight';
import { useSteps } from './use-steps';
import { useStillOrder } from './still-order';
import { WhyHere } from './WhyHere';
import type { QueueRow } from '../api/generated/QueueRow';
import { useReadAhead } from '../api/queries';
import { useSettings } from '../settings/settings';

interface QueueListProps {
  fresh: readonly QueueRow[];
  open: string | undefined;
  onOpen: (id: string) => void;
  onMore: (() => void) | undefined;
}

/** The next case and the one before, but not what is new: reading marks it as read. */
function besides(rows: readonly QueueRow[], openAt: number): string[] {
  if (openAt < 0) return [];
  const beside = [rows[openAt + 1], rows[openAt - 1]];
  return beside.flatMap((row) => (row && !row.unread ? [row.case] : []));
}

const idOf = (row: QueueRow) => row.case;

/** The rows in an order that stands still under the hand, and why the one under it stands there. */
export function QueueList({ fresh, open, onOpen, onMore }: QueueListProps) {
  const { compact } = useSettings().settings;
  const grid = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState(false);
  const [under, setUnder] = useState<string | undefined>(undefined);
  const watch = {
    onFocus: (event: FocusEvent<HTMLElement>) => {
      setHeld(true);
      setUnder(event.target.closest<HTMLElement>('[data-key]')?.dataset.key);
    },
    onBlur: (event: FocusEvent<HTMLElement>) =>
      setHeld(event.currentTarget.contains(event.relatedTarget)),
  };
  const { rows, change, apply } = useStillOrder(fresh, idOf, held);
  const rowSize = useRowSize();
  const openAt = rows.findIndex((row) => row.case === open);
  usePlaceKept(grid, open);
  useRowInSight(grid, openAt, rowSize);
  useSteps({ grid, ids: rows.map(idOf), open, onOpen });
  useReadAhead(besides(rows, openAt));
  const shownWhy = rows.findIndex((row) => row.case === (under ?? open));
  return (
    <OpenRow value={open}>
      <ChangesBar change={change} onApply={apply} />
      <div className={compact ? 'rows rows-compact' : 'rows'} {...watch}>
        <RowsGrid grid={grid} rows={rows} onOpen={onOpen} onMore={onMore} onUnder={setUnder} />
      </div>
      <WhyHere row={rows[shownWhy]} place={shownWhy + 1} />
    </OpenRow>
  );
}
