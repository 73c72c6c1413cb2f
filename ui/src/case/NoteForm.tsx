import { useMutation } from '@tanstack/react-query';
import { FormFoot } from './FormFoot';
import type { FormProps } from './form-props';
import { useSaved } from './use-act';
import { call } from '../api/commands';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { DraftState } from '../shared/DraftState';
import { useDraft } from '../shared/use-draft';
import { Writing } from '../shared/Writing';

/** An internal note, on its own ground; it never reaches the person. */
export function NoteForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const saved = useSaved();
  const draft = useDraft('note', view.row.case, view.drafts);
  const adding = useMutation({
    mutationFn: async () => {
      await draft.flush();
      const act = { act: 'note', text: draft.text, draft: draft.id() } as const;
      return call('act_on_case', { input: { case: view.row.case, seen: view.seen, act } });
    },
    onSuccess: (answer) => {
      draft.forget();
      saved(answer, t('done-note'));
      onClose();
    },
  });
  useCommand('send', () => adding.mutate(), draft.text.trim() !== '');
  return (
    <>
      <Writing
        label={t('note-label')}
        value={draft.text}
        onChange={draft.type}
        onBlur={() => void draft.flush()}
        placeholder={t('note-placeholder')}
        autoFocus
      />
      <FormFoot
        go={t('note-add')}
        onGo={() => adding.mutate()}
        isReady={draft.text.trim() !== '' && !adding.isPending}
        error={adding.error}
        onClose={onClose}
      >
        <DraftState state={draft.state} isEmpty={draft.text === ''} />
      </FormFoot>
    </>
  );
}
