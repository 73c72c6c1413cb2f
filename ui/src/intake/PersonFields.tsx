import type { Change } from './NewCaseForm';
import type { NewCase } from './new-case';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { Field } from '../shared/Field';

const languages = ['ar', 'en'] as const;

/** Who brings it, asked once in a lifetime. */
export function PersonFields({ form, change }: { form: NewCase; change: Change }) {
  const { t } = useWords();
  return (
    <div className="field-grid">
      <Field label={t('person-name')} value={form.name} onChange={(name) => change({ name })} />
      <Field
        label={t('person-phone')}
        type="tel"
        ltr
        value={form.phone}
        onChange={(phone) => change({ phone })}
      />
      <Field
        label={t('person-national-id')}
        ltr
        value={form.national_id}
        onChange={(id) => change({ national_id: id })}
      />
      <Choice
        label={t('person-language')}
        value={form.language}
        options={languages.map((id) => ({ id, words: t(`language-${id}`) }))}
        onChange={(language) => change({ language })}
      />
    </div>
  );
}
