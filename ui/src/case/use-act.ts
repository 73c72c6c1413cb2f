import { askAgain } from '../api/queries';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/commands';
import type { Act } from '../api/generated/Act';
import type { CaseView } from '../api/generated/CaseView';
import type { QueueRow } from '../api/generated/QueueRow';
import type { Saved } from '../api/generated/Saved';
import { useUndo } from '../shared/undo';

/**
 * After an act everything on the screen is asked again, and it can be taken back for a while.
 * With `back` the way back to its case stands beside the offer.
 */
export function useSaved() {
  const queries = useQueryClient();
  const { offer } = useUndo();
  return (saved: Saved, words: string, back?: QueueRow) => {
    void askAgain(queries);
    offer({ saved, words, ...(back ? { back } : {}) });
  };
}

/** A short act on a case. */
export function useAct(view: CaseView) {
  const saved = useSaved();
  return useMutation({
    mutationFn: ({ act }: { act: Act; words: string }) =>
      call('act_on_case', { input: { case: view.row.case, seen: view.seen, act } }),
    onSuccess: (answer, { words }) => saved(answer, words),
  });
}
