import { useEventWords } from './event-words';
import type { TimelineItem } from '../api/generated/TimelineItem';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

/** An event as one quiet line. */
export function EventLine({ item }: { item: TimelineItem }) {
  const { t } = useWords();
  const label = useLabel();
  const { words, said } = useEventWords()(item.what);
  return (
    <li className="event">
      <span>{words}</span>
      {said && (
        <span className="event-said">
          <TextBy said={said} />
        </span>
      )}
      {item.by && <span>{label(item.by.name)}</span>}
      <When at={item.at} />
      {item.pending && <span className="speech-pending">{t('case-pending')}</span>}
    </li>
  );
}
