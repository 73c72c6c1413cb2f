import { Check, CircleDashed, TriangleAlert } from 'lucide-react';
import type { SavedState } from './use-saved-text';
import { useWords } from '../i18n/words';

const icons = { saved: Check, unsaved: CircleDashed, failed: TriangleAlert };

/** Says whether what stands in the field is in the vault. */
export function DraftState({ state, isEmpty }: { state: SavedState; isEmpty: boolean }) {
  const { t } = useWords();
  const Icon = icons[state];
  if (isEmpty && state === 'saved') return null;
  return (
    <span className={state === 'failed' ? 'draft-state story-late' : 'draft-state'}>
      <Icon aria-hidden />
      {t(`draft-${state}`)}
    </span>
  );
}
