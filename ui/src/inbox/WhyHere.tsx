import type { QueueRow } from '../api/generated/QueueRow';
import type { RankPart } from '../api/generated/RankPart';
import { useWords } from '../i18n/words';
import { When } from '../shared/When';

function Part({ part }: { part: RankPart }) {
  const { t } = useWords();
  switch (part.part) {
    case 'due':
      return (
        <>
          {t(`due-${part.of}`)} <When at={part.at} as="near" />
        </>
      );
    case 'vital':
      return t('why-vital', { count: part.hours });
    case 'people_affected':
      return t('why-people', { count: part.people });
    case 'repeats':
      return t('why-repeats', { count: part.contacts });
    case 'age':
      return t('why-age', { count: part.minutes_per_day });
    case 'flagged':
      return t('why-flagged');
  }
}

interface WhyHereProps {
  row: QueueRow | undefined;
  /** Its place in the list, from 1. */
  place: number;
}

/** Why the row under the hand stands where it stands; fame is never among the reasons. */
export function WhyHere({ row, place }: WhyHereProps) {
  const { t } = useWords();
  return (
    <p className="why">
      {row ? (
        <>
          <strong>{t('why-place', { place })}</strong>{' '}
          {row.why.map((part) => (
            <span key={part.part} className="why-part">
              <Part part={part} />
            </span>
          ))}
        </>
      ) : (
        <span className="quiet">{t('why-hint')}</span>
      )}
    </p>
  );
}
