import type { RefObject } from 'react';
import { useCommand } from '../commands/use-command';

interface Steps {
  grid: RefObject<HTMLDivElement | null>;
  ids: readonly string[];
  /** The open case, if any: then a step opens the next one. */
  open: string | undefined;
  onOpen: (id: string) => void;
}

/** J and K are other names of the arrow keys while no case is open. */
function moveFocus(grid: HTMLDivElement | null, key: 'ArrowDown' | 'ArrowUp') {
  if (!grid) return;
  const here = document.activeElement;
  if (!(here instanceof HTMLElement) || !grid.contains(here)) {
    (grid.querySelector<HTMLElement>('[role="row"][tabindex="0"]') ?? grid).focus();
    return;
  }
  here.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }),
  );
}

/** J and K: through the rows, or from case to case. */
export function useSteps({ grid, ids, open, onOpen }: Steps) {
  const step = (by: 1 | -1) => {
    if (open === undefined) {
      moveFocus(grid.current, by === 1 ? 'ArrowDown' : 'ArrowUp');
      return;
    }
    const next = ids[ids.indexOf(open) + by];
    if (next !== undefined) onOpen(next);
  };
  useCommand('next', () => step(1));
  useCommand('previous', () => step(-1));
}
