import { PointFields } from './PointFields';
import type { Change } from './NewCaseForm';
import type { NewCase } from './new-case';
import type { IntakeChoices } from '../api/generated/IntakeChoices';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { Field } from '../shared/Field';
import { Pick } from '../shared/Pick';
import { Writing } from '../shared/Writing';

interface CaseFieldsProps {
  form: NewCase;
  change: Change;
  choices: IntakeChoices;
}

/** What it is about; the person's own words are kept untouched beside the handler's line (R54). */
export function CaseFields({ form, change, choices }: CaseFieldsProps) {
  const { t } = useWords();
  const label = useLabel();
  return (
    <>
      <Writing
        label={t('new-own-words')}
        value={form.own_words}
        onChange={(words) => change({ own_words: words })}
        placeholder={t('new-own-words-hint')}
      />
      <Field
        label={t('new-subject')}
        hint={t('new-subject-hint')}
        value={form.subject}
        onChange={(subject) => change({ subject })}
      />
      <Choice
        label={t('fact-kind')}
        value={form.kind}
        options={choices.kinds.map((id) => ({ id, words: t(`kind-${id}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Pick
        label={t('new-category')}
        value={form.category}
        options={choices.categories.map(({ code, label: name, unit }) => ({
          id: code,
          words: t('new-category-of', { name: label(name), unit: label(unit) }),
        }))}
        onChange={(category) => change({ category })}
      />
      <PointFields points={form.points} onChange={(points) => change({ points })} />
      <Field label={t('new-place')} value={form.place} onChange={(place) => change({ place })} />
    </>
  );
}
