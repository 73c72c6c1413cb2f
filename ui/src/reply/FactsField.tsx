import { Plus, X } from 'lucide-react';
import { factKinds, useNewFact } from './use-new-fact';
import type { Fact } from '../api/generated/Fact';
import type { Language } from '../i18n/locale';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { MomentField } from '../shared/MomentField';
import { Pick } from '../shared/Pick';
import { AmountField } from '../powers/AmountField';

export function wordsOfFact(fact: Fact): string {
  return fact.fact === 'work_order' ? fact.number : fact.words;
}

interface FactsFieldProps {
  facts: Fact[];
  /** Of the text that the facts stand in. */
  language: Language;
  onChange: (facts: Fact[]) => void;
}

interface TypedFactProps {
  form: ReturnType<typeof useNewFact>;
}

/** The field of the kind: a day, an amount, or words. */
function TypedFact({ form: { typed, change } }: TypedFactProps) {
  const { t } = useWords();
  const { kind, words, day, minor } = typed;
  const label = t(`fact-${kind}-words`);
  if (kind === 'when') {
    return (
      <MomentField label={label} part="day" value={day} onChange={(at) => change({ day: at })} />
    );
  }
  if (kind === 'amount') {
    return <AmountField label={label} minor={minor} onChange={(sum) => change({ minor: sum })} />;
  }
  return <Field label={label} value={words} onChange={(text) => change({ words: text })} />;
}

/** Facts of this case that stand in the text: what was done, a day, an amount, a work order. */
export function FactsField({ facts, language, onChange }: FactsFieldProps) {
  const { t } = useWords();
  const form = useNewFact(language);
  const { typed, change, clear, fact } = form;
  const add = () => {
    if (!fact) return;
    onChange([...facts, fact]);
    clear();
  };
  return (
    <div className="facts">
      {facts.length > 0 && (
        <ul className="facts-list">
          {facts.map((fact, place) => (
            <li key={`${fact.fact}-${wordsOfFact(fact)}`} className="chip">
              {t(`fact-${fact.fact}`)} · <bdi>{wordsOfFact(fact)}</bdi>
              <Button
                look="bare"
                small
                name={t('fact-remove')}
                onPress={() => onChange(facts.filter((_, other) => other !== place))}
              >
                <X aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="facts-add">
        <Pick
          label={t('fact-label')}
          value={typed.kind}
          options={factKinds.map((id) => ({ id, words: t(`fact-${id}`) }))}
          onChange={(kind) => change({ kind })}
        />
        <TypedFact form={form} />
        <Button onPress={add} isDisabled={!fact}>
          <Plus aria-hidden />
          {t('fact-add')}
        </Button>
      </div>
      <p className="field-hint">{t('fact-hint')}</p>
    </div>
  );
}
