import { Plus, Repeat2 } from 'lucide-react';
import { Link } from 'wouter';
import type { Step } from './IntakeScreen';
import type { PersonView } from '../api/generated/PersonView';
import type { QueueRow } from '../api/generated/QueueRow';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { DueChip } from '../shared/DueChip';
import { useHolderWords } from '../shared/HolderWords';
import { Phone } from '../shared/Phone';
import { Ref } from '../shared/Ref';
import { StageChip } from '../shared/StageChip';
import { TextBy } from '../shared/TextBy';

interface PersonCasesProps {
  card: { person: PersonView | null; cases: QueueRow[] };
  onStep: (step: Step) => void;
}

function FoundCase({ row, onAgain }: { row: QueueRow; onAgain: () => void }) {
  const { t } = useWords();
  const label = useLabel();
  const holderWords = useHolderWords();
  return (
    <li className="found-case">
      <Link href={`/desk/${row.case}`} className="other">
        <span className="other-about">
          {row.about.text === '' ? label(row.category) : <TextBy said={row.about} cut />}
        </span>
        <span className="other-line">
          <Ref value={row.reference} />
          <StageChip stage={row.stage} />
          <span className="row-cut">{holderWords(row.holder)}</span>
        </span>
      </Link>
      {row.stage !== 'closed' && (
        <div className="found-do">
          {row.due && <DueChip due={row.due} />}
          <Button small onPress={onAgain}>
            <Repeat2 aria-hidden />
            {t('same-matter')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** A known person and their open and recent cases; nothing of it is asked again. */
export function PersonCases({ card, onStep }: PersonCasesProps) {
  const { t } = useWords();
  const { person, cases } = card;
  return (
    <section className="person-card">
      {person && (
        <header>
          <h2>
            <TextBy said={person.name} />
          </h2>
          {person.identifiers.map(({ value }) => (
            <Phone key={value} value={value} />
          ))}
        </header>
      )}
      <ul>
        {cases.map((row) => (
          <FoundCase
            key={row.case}
            row={row}
            onAgain={() => onStep({ step: 'again', case: row.case })}
          />
        ))}
      </ul>
      {person && (
        <Button small onPress={() => onStep({ step: 'new', person, phone: '' })}>
          <Plus aria-hidden />
          {t('lookup-new-matter')}
        </Button>
      )}
    </section>
  );
}
