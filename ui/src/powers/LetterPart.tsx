import type { DecisionForm } from './use-decision';
import type { FactView } from '../api/generated/FactView';
import { FactChips } from '../reply/FactChips';
import { Templates } from '../reply/Templates';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Proposed } from '../shared/Proposed';
import { Writing } from '../shared/Writing';

interface LetterPartProps {
  category: string;
  form: DecisionForm;
  /** What the check found in the letter. */
  facts: FactView[];
}

/** The exact letter as the person will read it. */
export function LetterPart({ category, form, facts }: LetterPartProps) {
  const { t } = useWords();
  const { decision, change, letter } = form;
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
        <Templates category={category} onChoose={form.beginFrom} />
      </div>
      <FactChips facts={facts} text={letter} />
    </section>
  );
}
