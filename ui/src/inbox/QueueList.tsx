import { useRef, useState, type FocusEvent } from 'react';
import {
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { ChangesBar } from './ChangesBar';
import { QueueItem } from './QueueItem';
import { useRowInSight } from './use-row-in-sight';
import { useSteps } from './use-steps';
import { useStillOrder } from './still-order';
import { WhyHere } from './WhyHere';
import type { QueueRow } from '../api/generated/QueueRow';
import { useWords } from '../i18n/words';
import { useSettings } from '../settings/settings';
import { Loading } from '../shared/states';

interface QueueListProps {
  fresh: readonly QueueRow[];
  open: string | undefined;
  onOpen: (id: string) => void;
  onMore: (() => void) | undefined;
}

const idOf = (row: QueueRow) => row.case;

function useRowSize(): number {
  const { compact, text_percent: percent } = useSettings().settings;
  return ((compact ? 40 : 56) * percent) / 100;
}

/** The rows; thousands of them cost what is in sight. */
export function QueueList({ fresh, open, onOpen, onMore }: QueueListProps) {
  const { t } = useWords();
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
  useRowInSight(grid, openAt, rowSize);
  useSteps({ grid, ids: rows.map(idOf), open, onOpen });
  const shownWhy = rows.findIndex((row) => row.case === (under ?? open));
  return (
    <>
      <ChangesBar change={change} onApply={apply} />
      <div className={compact ? 'rows rows-compact' : 'rows'} {...watch}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowSize }}>
          <GridList
            ref={grid}
            aria-label={t('desk-list')}
            className="rows-grid"
            selectionMode="none"
            onAction={(key) => onOpen(String(key))}
          >
            {rows.map((row) => (
              <GridListItem
                key={row.case}
                id={row.case}
                textValue={row.about.text || row.reference}
                className={row.case === open ? 'rows-item rows-open' : 'rows-item'}
                onHoverStart={() => setUnder(row.case)}
                onHoverEnd={() => setUnder(undefined)}
              >
                <QueueItem row={row} />
              </GridListItem>
            ))}
            {onMore && (
              <GridListLoadMoreItem onLoadMore={onMore}>
                <Loading />
              </GridListLoadMoreItem>
            )}
          </GridList>
        </Virtualizer>
      </div>
      <WhyHere row={rows[shownWhy]} place={shownWhy + 1} />
    </>
  );
}
