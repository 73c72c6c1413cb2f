import { Check } from 'lucide-react';
import type { FactView } from '../api/generated/FactView';
import { useWords } from '../i18n/words';

interface FactChipsProps {
  facts: FactView[];
  text: string;
}

/** What the check found in the text: it lights up while one types, and nothing is claimed by hand. */
export function FactChips({ facts, text }: FactChipsProps) {
  const { t } = useWords();
  const found = new Map(facts.map(({ kind, span }) => [text.slice(span[0], span[1]), kind]));
  found.delete('');
  if (found.size === 0) return null;
  return (
    <ul className="facts-list" aria-label={t('found-label')}>
      {[...found].map(([words, kind]) => (
        <li key={words} className="chip chip-found">
          <Check aria-hidden />
          <span className="unseen">{t(`found-${kind}`)}</span>
          <bdi title={t(`found-${kind}`)}>{words}</bdi>
        </li>
      ))}
    </ul>
  );
}
