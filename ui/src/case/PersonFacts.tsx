import type { IdentifierView } from '../api/generated/IdentifierView';
import type { PersonView } from '../api/generated/PersonView';
import { useWords } from '../i18n/words';
import { Phone } from '../shared/Phone';
import { When } from '../shared/When';

function Line({ identifier }: { identifier: IdentifierView }) {
  const { t } = useWords();
  return (
    <div className="fact">
      <dt>{t(`identifier-${identifier.kind}`)}</dt>
      <dd>
        <Phone value={identifier.value} />
        <br />
        {t('identifier-since')} <When at={identifier.since} as="day" />
        {identifier.until !== null && (
          <>
            {' · '}
            {t('identifier-until')} <When at={identifier.until} as="day" />
          </>
        )}
      </dd>
    </div>
  );
}

/** By what the person is reached and known, and by what they were before. */
export function PersonFacts({ person }: { person: PersonView }) {
  const all = [...person.identifiers, ...person.past_identifiers];
  return (
    <dl className="facts-of-case">
      {all.map((identifier) => (
        <Line key={`${identifier.value} ${identifier.since}`} identifier={identifier} />
      ))}
    </dl>
  );
}
