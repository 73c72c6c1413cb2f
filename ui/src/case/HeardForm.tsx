import { useState } from 'react';
import { FormFoot } from './FormFoot';
import type { FormProps } from './form-props';
import { useAct } from './use-act';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { Writing } from '../shared/Writing';

const answers = ['no', 'yes'] as const;

/** What the person said about the decision, heard by staff. */
export function HeardForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const [answer, setAnswer] = useState<(typeof answers)[number] | null>(null);
  const [text, setText] = useState('');
  const acting = useAct(view);
  const record = () =>
    acting.mutate(
      { act: { act: 'heard', solved: answer === 'yes', text }, words: t('done-heard') },
      { onSuccess: onClose },
    );
  // What closes a case names what was said.
  const isReady = answer !== null && (answer === 'no' || text.trim() !== '') && !acting.isPending;
  useCommand('send', record, isReady);
  return (
    <>
      <Choice
        label={t('heard-question')}
        value={answer}
        options={answers.map((id) => ({ id, words: t(`heard-${id}`) }))}
        onChange={setAnswer}
      />
      {answer && <p className="field-hint">{t(`heard-${answer}-follows`)}</p>}
      <Writing label={t('heard-words')} value={text} onChange={setText} />
      <FormFoot
        go={t('heard-record')}
        onGo={record}
        isReady={isReady}
        error={acting.error}
        onClose={onClose}
      />
    </>
  );
}
