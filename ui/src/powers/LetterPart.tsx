import { useState } from 'react';
import type { DecisionForm } from './use-decision';
import { FactsField } from '../reply/FactsField';
import { Templates } from '../reply/Templates';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Proposed } from '../shared/Proposed';
import { Writing } from '../shared/Writing';

interface LetterPartProps {
  category: string;
  form: DecisionForm;
}

/** The exact letter as the person will read it. */
export function LetterPart({ category, form }: LetterPartProps) {
  const { t } = useWords();
  const { decision, change, letter } = form;
  const [factsOpen, setFactsOpen] = useState(false);
  return (
    <section className="decide-part">
      <Writing
        label={t('decide-letter')}
        value={letter}
        onChange={(text) => change({ letter: text })}
      />
      <div className="buttons">
        {decision.letter === null ? (
          <Proposed />
        ) : (
          <Button look="bare" small onPress={() => change({ letter: null, template: null })}>
            {t('decide-letter-again')}
          </Button>
        )}
        <Button look="bare" small onPress={() => setFactsOpen(!factsOpen)}>
          {t('fact-add-one')}
        </Button>
        <Templates category={category} onChoose={form.beginFrom} />
      </div>
      {(factsOpen || decision.facts.length > 0) && (
        <FactsField
          facts={decision.facts}
          language={form.language}
          onChange={(facts) => change({ facts })}
        />
      )}
    </section>
  );
}
