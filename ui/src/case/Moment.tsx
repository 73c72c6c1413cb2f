import type { ReactNode } from 'react';
import { EventLine } from './EventLine';
import type { Said } from '../api/generated/Said';
import type { TimelineItem } from '../api/generated/TimelineItem';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

type Side = 'person' | 'ours' | 'internal';

interface SpeechProps {
  item: TimelineItem;
  side: Side;
  /** What kind of text it is, in words. */
  kind: string;
  words: Said;
  children?: ReactNode;
}

/** A text with who and when over it. */
function Speech({ item, side, kind, words, children }: SpeechProps) {
  const { t } = useWords();
  const label = useLabel();
  return (
    <li className={`speech speech-${side}`}>
      <p className="speech-head">
        <strong>{kind}</strong>
        {item.by && <span>{label(item.by.name)}</span>}
        <When at={item.at} />
        {item.pending && <span className="speech-pending">{t('case-pending')}</span>}
      </p>
      <p className="speech-words">
        <TextBy said={words} />
      </p>
      {children}
    </li>
  );
}

/** One thing that happened: said by the person, said by us, noted inside, or a quiet event. */
export function Moment({ item }: { item: TimelineItem }) {
  const { t } = useWords();
  const { what } = item;
  switch (what.what) {
    case 'opened':
      return <Speech item={item} side="person" kind={t('said-opened')} words={what.words} />;
    case 'imported':
      return <Speech item={item} side="person" kind={t('said-imported')} words={what.words} />;
    case 'contact':
      if (!what.words) return <EventLine item={item} />;
      return (
        <Speech
          item={item}
          side={what.direction === 'inbound' ? 'person' : 'ours'}
          kind={t(`said-contact-${what.direction}`, { channel: t(`channel-${what.channel}`) })}
          words={what.words}
        />
      );
    case 'reply':
      return (
        <Speech item={item} side="ours" kind={t(`reply-${what.kind}`)} words={what.words}>
          {what.kind !== what.chosen && (
            <p className="speech-foot">
              {t('said-kind-changed', { kind: t(`reply-${what.chosen}`) })}
            </p>
          )}
        </Speech>
      );
    case 'note':
      return (
        <Speech
          item={item}
          side="internal"
          kind={what.late ? t('said-note-late') : t('said-note')}
          words={what.words}
        />
      );
    case 'word':
      if (!what.words) return <EventLine item={item} />;
      return (
        <Speech
          item={item}
          side="person"
          kind={t(what.solved ? 'said-solved' : 'said-not-solved')}
          words={what.words}
        />
      );
    default:
      return <EventLine item={item} />;
  }
}
