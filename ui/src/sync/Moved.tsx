import type { MovedView } from '../api/generated/MovedView';
import type { Said } from '../api/generated/Said';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { TextBy } from '../shared/TextBy';

function Words({ said }: { said: Said | null }) {
  if (!said) return null;
  return (
    <blockquote className="attention-words">
      <TextBy said={said} />
    </blockquote>
  );
}

function Change({ change }: { change: MovedView }) {
  const { t } = useWords();
  const label = useLabel();
  switch (change.moved) {
    case 'inbound':
    case 'outbound':
      return (
        <>
          <p>{t(`moved-${change.moved}`)}</p>
          <Words said={change.words} />
        </>
      );
    case 'owner':
      return (
        <p>
          {change.who ? t('moved-owner', { name: label(change.who.name) }) : t('moved-owner-none')}
        </p>
      );
    case 'stage':
      return <p>{t('moved-stage', { stage: t(`stage-${change.stage}`) })}</p>;
    case 'revision':
      return <p>{t('moved-revision', { revision: change.revision })}</p>;
  }
}

/** What changed on the case since the writer looked. */
export function Moved({ changes }: { changes: MovedView[] }) {
  const { t } = useWords();
  return (
    <>
      <p>{t('attention-moved')}</p>
      <ul>
        {changes.map((change, place) => (
          <li key={place}>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </>
  );
}
