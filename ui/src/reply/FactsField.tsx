import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Fact } from '../api/generated/Fact';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { Pick } from '../shared/Pick';

const kinds = ['done', 'work_order', 'quote'] as const;
type Kind = (typeof kinds)[number];

function factOf(kind: Kind, words: string): Fact {
  return kind === 'work_order' ? { fact: kind, number: words } : { fact: kind, words };
}

export function wordsOfFact(fact: Fact): string {
  return fact.fact === 'work_order' ? fact.number : fact.words;
}

interface FactsFieldProps {
  facts: Fact[];
  onChange: (facts: Fact[]) => void;
}

/** Facts of this case that stand in the text: what was done, a work order, the person's words. */
export function FactsField({ facts, onChange }: FactsFieldProps) {
  const { t } = useWords();
  const [kind, setKind] = useState<Kind>('done');
  const [words, setWords] = useState('');
  const add = () => {
    if (words.trim() === '') return;
    onChange([...facts, factOf(kind, words.trim())]);
    setWords('');
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
          value={kind}
          options={kinds.map((id) => ({ id, words: t(`fact-${id}`) }))}
          onChange={setKind}
        />
        <Field label={t(`fact-${kind}-words`)} value={words} onChange={setWords} />
        <Button onPress={add} isDisabled={words.trim() === ''}>
          <Plus aria-hidden />
          {t('fact-add')}
        </Button>
      </div>
    </div>
  );
}
