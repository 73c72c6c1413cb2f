import { useState } from 'react';
import { FormFoot } from './FormFoot';
import type { FormProps } from './form-props';
import { useAct } from './use-act';
import type { ReviewOutcome } from '../api/generated/ReviewOutcome';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { Writing } from '../shared/Writing';

const outcomes: ReviewOutcome[] = ['upheld', 'overturned'];

/** An independent look at a disputed decision, with reasons for the person too. */
export function ReviewForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<ReviewOutcome | null>(null);
  const [reasons, setReasons] = useState('');
  const acting = useAct(view);
  const isReady = outcome !== null && reasons.trim() !== '' && !acting.isPending;
  const review = () => {
    if (outcome === null) return;
    acting.mutate(
      { act: { act: 'review', outcome, reasons }, words: t(`done-review-${outcome}`) },
      { onSuccess: onClose },
    );
  };
  useCommand('send', review, isReady);
  return (
    <>
      <Choice
        label={t('review-question')}
        value={outcome}
        options={outcomes.map((id) => ({ id, words: t(`review-${id}`) }))}
        onChange={setOutcome}
      />
      <Writing
        label={t('review-reasons')}
        value={reasons}
        onChange={setReasons}
        placeholder={t('review-reasons-hint')}
      />
      <FormFoot
        go={t('review-record')}
        onGo={review}
        isReady={isReady}
        error={acting.error}
        onClose={onClose}
      />
    </>
  );
}
