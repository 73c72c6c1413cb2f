import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { Chosen } from './decision';
import { RemedyChoice } from './RemedyChoice';
import type { DecisionForm } from './use-decision';
import type { CaseView } from '../api/generated/CaseView';
import type { PowerLine } from '../api/generated/PowerLine';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Choice } from '../shared/Choice';
import { Writing } from '../shared/Writing';

interface RemediesProps {
  view: CaseView;
  form: DecisionForm;
}

const ways = ['remedy', 'none'] as const;

/** What is granted, or why nothing is. */
export function Remedies({ view, form }: RemediesProps) {
  const { t } = useWords();
  const { decision, change, chosen, lines } = form;
  const [all, setAll] = useState(false);
  const none = decision.none_because;
  const set = (remedy: string, next: Chosen | undefined) => {
    const others = chosen.filter((other) => other.remedy !== remedy);
    change({ remedies: next ? [...others, next] : others });
  };
  const isAbove = (line: PowerLine) => !view.powers.mine.includes(line);
  const chosenOf = (line: PowerLine) => chosen.find(({ remedy }) => remedy === line.remedy);
  // What is above my powers stands behind one press, unless there is nothing else.
  const shown = lines.filter(
    (line) => all || view.powers.mine.length === 0 || !isAbove(line) || chosenOf(line),
  );
  return (
    <section className="decide-part">
      <Choice
        label={t('decide-remedies')}
        value={none === null ? 'remedy' : 'none'}
        options={ways.map((id) => ({ id, words: t(`decide-${id}`) }))}
        onChange={(way) => change({ none_because: way === 'none' ? '' : null })}
      />
      {none === null ? (
        <div className="remedies">
          {shown.map((line) => (
            <RemedyChoice
              key={line.remedy}
              line={line}
              chosen={chosenOf(line)}
              above={isAbove(line)}
              onChange={(next) => set(line.remedy, next)}
            />
          ))}
          {shown.length < lines.length && (
            <Button look="bare" small onPress={() => setAll(true)}>
              <ChevronDown aria-hidden />
              {t('decide-above', { count: lines.length - shown.length })}
            </Button>
          )}
        </div>
      ) : (
        <Writing
          label={t('decide-because')}
          value={none}
          onChange={(because) => change({ none_because: because })}
        />
      )}
    </section>
  );
}
