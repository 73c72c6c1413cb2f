import { useEffect, useRef } from 'react';
import { Moment } from './Moment';
import type { CaseView } from '../api/generated/CaseView';
import { useWords } from '../i18n/words';

/** Goes to the newest at the bottom when the case opens; later news never moves the reader. */
function useOpenAtEnd() {
  const scroller = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);
  return scroller;
}

/** Like a conversation: the person on one side, we on the other, events as one quiet line. */
export function Timeline({ view }: { view: CaseView }) {
  const { t } = useWords();
  const scroller = useOpenAtEnd();
  return (
    <ol
      ref={scroller}
      className="timeline"
      aria-label={t('case-timeline')}
      // The conversation is read with the arrow keys, too.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {view.timeline.map((item) => (
        <Moment key={item.id} item={item} />
      ))}
    </ol>
  );
}
