import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Elsewhere } from './Elsewhere';
import { FactChips } from './FactChips';
import { FilesField } from './FilesField';
import { Hints } from './Hints';
import { withGaps } from './gaps';
import { latestFitting } from './next-date';
import { NextDateField } from './NextDateField';
import { Templates } from './Templates';
import { useCheck } from './use-check';
import { useReply } from './use-reply';
import { useZone } from '../account/me';
import { call } from '../api/commands';
import type { ReplyKind } from '../api/generated/ReplyKind';
import { FormFoot } from '../case/FormFoot';
import type { FormProps } from '../case/form-props';
import { useSaved } from '../case/use-act';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { DraftState } from '../shared/DraftState';
import { Writing } from '../shared/Writing';

const kinds: ReplyKind[] = ['progress', 'question', 'acknowledgement', 'decision', 'remedy_done'];

/** A text to the person: its kind, its next date, and what the gate says while one types. */
export function ReplyForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const saved = useSaved();
  const { draft, chosen, choose, suggest, input, beginFrom } = useReply(view);
  const { kind, next, overrides, attachments } = chosen;
  const key = JSON.stringify([draft.text, chosen]);
  const check = useCheck(key, () => call('check_reply', { input: input() }));
  const latest = latestFitting(check?.hints ?? [], useZone());
  useEffect(() => suggest(latest));
  const sending = useMutation({
    mutationFn: async () => {
      await draft.flush();
      return call(kind === 'question' ? 'ask_person' : 'send_reply', { input: input() });
    },
    onSuccess: (answer) => {
      draft.forget();
      saved(answer, t('done-reply'));
      onClose();
    },
  });
  const isReady = draft.text.trim() !== '' && !sending.isPending;
  useCommand('send', () => sending.mutate(), isReady);
  return (
    <>
      <Choice
        label={t('reply-kind')}
        quietLabel
        value={kind}
        options={kinds.map((id) => ({ id, words: t(`reply-${id}`) }))}
        onChange={(chosenKind) => choose({ kind: chosenKind })}
      />
      <Elsewhere drafts={draft.elsewhere} onTake={draft.type} />
      <Writing
        label={t('reply-label')}
        quietLabel
        value={draft.text}
        onChange={draft.type}
        onBlur={() => void draft.flush()}
        placeholder={t('reply-placeholder')}
        autoFocus
      />
      {draft.text !== '' && check && (
        <Hints
          hints={check.hints}
          overrides={overrides}
          onOverride={(code) => choose({ overrides: [...overrides, code] })}
          mend={{
            no_case_fact: () => draft.type(withGaps(draft.text, t('reply-say'))),
            empty_formula: () => draft.type(withGaps(draft.text, t('reply-say'))),
            ...(latest === null ? {} : { next_date_unfit: () => choose({ next: latest }) }),
          }}
        />
      )}
      {check && <FactChips facts={check.facts} text={draft.text} />}
      <NextDateField choice={next} onChange={(choice) => choose({ next: choice })} />
      <FilesField
        files={view.attachments}
        chosen={attachments}
        onChange={(files) => choose({ attachments: files })}
      />
      <FormFoot
        go={t('reply-send')}
        onGo={() => sending.mutate()}
        isReady={isReady}
        error={sending.error}
        onClose={onClose}
      >
        <Templates category={view.category} onChoose={beginFrom} />
        <DraftState state={draft.state} isEmpty={draft.text === ''} />
      </FormFoot>
    </>
  );
}
