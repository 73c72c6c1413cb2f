import { useRef } from 'react';
import { useSavedText, type SavedText } from './use-saved-text';
import { call } from '../api/commands';
import type { DraftForm } from '../api/generated/DraftForm';
import type { DraftView } from '../api/generated/DraftView';
import { useWords } from '../i18n/words';

export interface Draft extends SavedText {
  /** The draft's id once something was saved; it is closed by the action that sends it. */
  id: () => string | null;
  /** The same draft as it was written on another computer: both are kept. */
  elsewhere: DraftView[];
  discard: () => Promise<void>;
}

/** A text of one form that is kept in the vault while it is typed. */
export function useDraft(form: DraftForm, caseId: string | null, drafts: DraftView[]): Draft {
  const { t } = useWords();
  const heads = drafts.filter((draft) => draft.form === form);
  const own = heads.find((draft) => !draft.elsewhere);
  const known = useRef<string | null>(own?.draft ?? null);
  const saved = useSavedText(
    own?.words.text ?? '',
    async (text) => {
      const input = { draft: known.current, case: caseId, form, text };
      known.current = await call('save_draft', { input });
    },
    t('draft-failed'),
  );
  return {
    ...saved,
    id: () => known.current,
    elsewhere: heads.filter((draft) => draft.elsewhere),
    discard: async () => {
      saved.forget();
      if (known.current !== null) await call('discard_draft', { draft: known.current });
    },
  };
}
