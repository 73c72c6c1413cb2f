import { askAgain } from '../api/queries';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CaseFields } from './CaseFields';
import { MoreFields } from './MoreFields';
import { fromDraft, inputOf, type NewCase } from './new-case';
import { PersonFields } from './PersonFields';
import { useMe } from '../account/me';
import { call } from '../api/commands';
import type { DraftView } from '../api/generated/DraftView';
import type { PersonView } from '../api/generated/PersonView';
import { useChoices } from '../api/queries';
import { FormFoot } from '../case/FormFoot';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { DraftState } from '../shared/DraftState';
import { TextBy } from '../shared/TextBy';
import { useDraft } from '../shared/use-draft';

interface NewCaseFormProps {
  /** Known: no field about them is asked. */
  person: PersonView | null;
  phone: string;
  drafts: DraftView[];
  onOpened: (caseId: string) => void;
}

export type Change = (part: Partial<NewCase>) => void;

/** A new case: what the person brought, in their words and in one line. */
export function NewCaseForm({ person, phone, drafts, onOpened }: NewCaseFormProps) {
  const { t, language } = useWords();
  const { currency } = useMe();
  const queries = useQueryClient();
  const { data: choices } = useChoices();
  const draft = useDraft('intake', null, drafts);
  const [form, setForm] = useState<NewCase>(() => ({
    ...fromDraft(draft.text, language),
    person: person?.person ?? null,
    ...(phone === '' ? {} : { phone }),
  }));
  const change: Change = (part) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.type(JSON.stringify(next));
  };
  const opening = useMutation({
    mutationFn: async () => {
      await draft.flush();
      return call('open_case', { input: inputOf(form, currency, draft.id()) });
    },
    onSuccess: (saved) => {
      draft.forget();
      void askAgain(queries);
      onOpened(saved.case);
    },
  });
  const isReady = form.category !== null && form.subject.trim() !== '' && !opening.isPending;
  useCommand('send', () => opening.mutate(), isReady);
  return (
    <div className="page">
      <div className="page-body">
        <h1>{person ? <TextBy said={person.name} /> : t('new-case')}</h1>
        {!person && <PersonFields form={form} change={change} />}
        {choices && <CaseFields form={form} change={change} choices={choices} />}
        {choices && <MoreFields form={form} change={change} choices={choices} />}
        <FormFoot
          go={t('new-case-open')}
          onGo={() => opening.mutate()}
          isReady={isReady}
          error={opening.error}
          onClose={() => window.history.back()}
        >
          <DraftState state={draft.state} isEmpty={draft.text === ''} />
        </FormFoot>
      </div>
    </div>
  );
}
