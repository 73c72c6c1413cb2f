import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Elsewhere } from './Elsewhere';
import { FactsField } from './FactsField';
import { Hints } from './Hints';
import { NextDateField } from './NextDateField';
import { nextDateOf, type NextChoice } from './next-date';
import { Templates } from './Templates';
import { useCheck } from './use-check';
import { useZone } from '../account/me';
import { call } from '../api/commands';
import type { Fact } from '../api/generated/Fact';
import type { ReplyInput } from '../api/generated/ReplyInput';
import type { ReplyKind } from '../api/generated/ReplyKind';
import { FormFoot } from '../case/FormFoot';
import type { FormProps } from '../case/form-props';
import { useSaved } from '../case/use-act';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { DraftState } from '../shared/DraftState';
import { useDraft } from '../shared/use-draft';
import { Writing } from '../shared/Writing';

const kinds: ReplyKind[] = ['progress', 'question', 'acknowledgement', 'decision', 'remedy_done'];

/** A text to the person: its kind, its next date, and what the gate says while one types. */
export function ReplyForm({ view, onClose }: FormProps) {
  const { t, language } = useWords();
  const zone = useZone();
  const saved = useSaved();
  const draft = useDraft('reply', view.row.case, view.drafts);
  const [kind, setKind] = useState<ReplyKind>('progress');
  const [next, setNext] = useState<NextChoice>({ by: 'three-days' });
  const [facts, setFacts] = useState<Fact[]>([]);
  const [factsOpen, setFactsOpen] = useState(false);
  const [template, setTemplate] = useState<string | null>(null);
  const [overrides, setOverrides] = useState<string[]>([]);
  const input = (): ReplyInput => ({
    case: view.row.case,
    seen: view.seen,
    kind,
    text: draft.text,
    language: view.person?.language ?? language,
    template,
    facts,
    next: nextDateOf(next, zone),
    draft: draft.id(),
    overrides,
    attachments: [],
  });
  const key = JSON.stringify([draft.text, kind, next.by, facts, overrides]);
  const check = useCheck(key, () => call('check_reply', { input: input() }));
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
  const takesFacts = factsOpen || facts.length > 0;
  return (
    <>
      <Choice
        label={t('reply-kind')}
        quietLabel
        value={kind}
        options={kinds.map((id) => ({ id, words: t(`reply-${id}`) }))}
        onChange={setKind}
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
          onOverride={(code) => setOverrides([...overrides, code])}
          mend={{ no_case_fact: () => setFactsOpen(true) }}
        />
      )}
      {takesFacts && <FactsField facts={facts} onChange={setFacts} />}
      <NextDateField choice={next} onChange={setNext} />
      <FormFoot
        go={t('reply-send')}
        onGo={() => sending.mutate()}
        isReady={isReady}
        error={sending.error}
        onClose={onClose}
      >
        <Templates
          onChoose={({ code, text }) => {
            setTemplate(code);
            draft.type(text[view.person?.language ?? language]);
          }}
        />
        <DraftState state={draft.state} isEmpty={draft.text === ''} />
      </FormFoot>
    </>
  );
}
