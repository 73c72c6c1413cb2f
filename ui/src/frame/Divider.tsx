import { useRef } from 'react';
import { useLocale } from 'react-aria-components';
import { useMove } from 'react-aria';
import type { PaneLimits } from './use-pane-size';

interface DividerProps {
  name: string;
  limits: PaneLimits;
  size: number;
  onSize: (size: number) => void;
  /** The side of the divider on which the sized pane stands. */
  side: 'start' | 'end';
}

/** Moves the edge between two panes, by pointer and by the arrow keys. */
export function Divider({ name, limits, size, onSize, side }: DividerProps) {
  const { direction } = useLocale();
  const moving = useRef(size);
  const grows = (direction === 'rtl') === (side === 'start') ? -1 : 1;
  const { moveProps } = useMove({
    onMoveStart: () => {
      moving.current = size;
    },
    onMove: ({ deltaX, pointerType }) => {
      const step = pointerType === 'keyboard' ? 16 : 1;
      moving.current += deltaX * grows * step;
      onSize(moving.current);
    },
  });
  return (
    // A separator that can be moved takes focus: WAI-ARIA, "window splitter".
    <div
      {...moveProps}
      className="divider"
      role="separator"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={name}
      aria-orientation="vertical"
      aria-valuenow={size}
      aria-valuemin={limits.least}
      aria-valuemax={limits.most}
    />
  );
}
