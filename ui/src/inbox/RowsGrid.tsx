import { memo, type RefObject } from 'react';
import {
  GridList,
  GridListItem,
  GridListLoadMoreItem,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { QueueItem } from './QueueItem';
import type { QueueRow } from '../api/generated/QueueRow';
import { useWords } from '../i18n/words';
import { useSettings } from '../settings/settings';
import { Loading } from '../shared/states';
import { plainText } from '../shared/subject';

/** How high a row is, in pixels. */
export function useRowSize(): number {
  const { compact, text_percent: percent } = useSettings().settings;
  return ((compact ? 40 : 56) * percent) / 100;
}

interface RowsGridProps {
  grid: RefObject<HTMLDivElement | null>;
  rows: readonly QueueRow[];
  onOpen: (id: string) => void;
  onMore: (() => void) | undefined;
  /** The row under the hand. */
  onUnder: (id: string | undefined) => void;
}

/**
 * Thousands of rows cost what is in sight. Drawn anew when the rows change, not when another of their
 * cases is opened: that is read from the context by the two rows it concerns.
 */
export const RowsGrid = memo(function RowsGrid(props: RowsGridProps) {
  const { grid, rows, onOpen, onMore, onUnder } = props;
  const { t, language } = useWords();
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: useRowSize() }}>
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
            textValue={plainText(row.about, language) || row.reference}
            className="rows-item"
            onHoverStart={() => onUnder(row.case)}
            onHoverEnd={() => onUnder(undefined)}
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
  );
});
