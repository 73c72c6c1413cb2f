import { useLayoutEffect, useRef } from 'react';
import { Moment } from './Moment';
import type { CaseView } from '../api/generated/CaseView';
import { useWords } from '../i18n/words';

/** As far from the end as still counts as reading the newest, in pixels. */
const near = 48;

/** Opens at the newest, at the bottom, and stays there; who has scrolled up is never moved. */
function useStayAtEnd(count: number) {
  const scroller = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const onScroll = () => {
    const element = scroller.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < near;
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [count]);
  return { scroller, onScroll };
}

/** Like a conversation: the person on one side, we on the other, events as one quiet line. */
export function Timeline({ view }: { view: CaseView }) {
  const { t } = useWords();
  const { scroller, onScroll } = useStayAtEnd(view.timeline.length);
  return (
    <ol
      ref={scroller}
      onScroll={onScroll}
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
