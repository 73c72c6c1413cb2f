import { Flag } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CaseView } from '../api/generated/CaseView';
import type { IdentifierView } from '../api/generated/IdentifierView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { DueChip } from '../shared/DueChip';
import { useHolderWords } from '../shared/HolderWords';
import { Phone } from '../shared/Phone';
import { Ref } from '../shared/Ref';
import { StageChip } from '../shared/StageChip';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

/** Takes the focus when the case was opened by hand, so that reading goes on from here. */
function useFocusOnOpen() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const inList = document.activeElement?.closest('.rows-grid');
    if (!inList) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}

function Identifier({ identifier }: { identifier: IdentifierView }) {
  if (identifier.kind === 'phone') return <Phone value={identifier.value} />;
  return (
    <bdi dir="ltr" className="ref">
      {identifier.value}
    </bdi>
  );
}

/** Person, phone, reference, stage, holder since. */
export function IdentityBar({ view }: { view: CaseView }) {
  const { t } = useWords();
  const label = useLabel();
  const holderWords = useHolderWords();
  const heading = useFocusOnOpen();
  const { row, person } = view;
  return (
    <header className="identity">
      <h1 ref={heading} tabIndex={-1} className="identity-about">
        {view.subject.text === '' ? label(row.category) : <TextBy said={view.subject} cut />}
      </h1>
      <p className="identity-line">
        {person ? (
          <>
            <strong>
              <TextBy said={person.name} />
            </strong>
            {person.identifiers.map((identifier) => (
              <Identifier key={identifier.value} identifier={identifier} />
            ))}
          </>
        ) : (
          <span>{t('case-no-person')}</span>
        )}
        <Ref value={row.reference} />
        <span>{label(row.category)}</span>
      </p>
      <p className="identity-line">
        <StageChip stage={row.stage} ending={view.ending} />
        {row.due && <DueChip due={row.due} />}
        {row.flagged && (
          <span className="chip chip-due">
            <Flag aria-hidden />
            {t('row-flagged')}
          </span>
        )}
        <span>
          {holderWords(row.holder)}
          {row.holder.since !== null && (
            <>
              {' · '}
              <When at={row.holder.since} as="since" />
            </>
          )}
        </span>
      </p>
    </header>
  );
}
