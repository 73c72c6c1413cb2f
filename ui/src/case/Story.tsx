import type { ReactNode } from 'react';
import type { PromiseLine } from '../api/generated/PromiseLine';
import type { StoryLine } from '../api/generated/StoryLine';
import type { StoryView } from '../api/generated/StoryView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="story-line">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Said({ line, none }: { line: StoryLine | null; none: string }) {
  if (!line) return <span className="quiet">{none}</span>;
  return (
    <>
      <TextBy said={line.text} cut />
      <span className="story-when">
        <When at={line.at} as="since" />
      </span>
    </>
  );
}

function Promised({ line }: { line: PromiseLine | null }) {
  const { t } = useWords();
  const label = useLabel();
  if (!line) return <span className="quiet">{t('story-no-promise')}</span>;
  return (
    <>
      <span className="text-cut">
        {line.remedy ? label(line.remedy) : t('story-next-news')}
        {line.by && ` · ${label(line.by.post)}`}
      </span>
      <span className={line.late ? 'story-when story-late' : 'story-when'}>
        {line.late && `${t('story-late')} `}
        <When at={line.due} as="near" />
      </span>
    </>
  );
}

/** Story so far: what was asked, what was promised, what was said last (R02). */
export function Story({ story }: { story: StoryView }) {
  const { t } = useWords();
  return (
    <dl className="story" aria-label={t('story')}>
      <Line name={t('story-asked')}>
        <Said line={story.asked} none={t('story-nothing')} />
      </Line>
      <Line name={t('story-promised')}>
        <Promised line={story.promised} />
      </Line>
      <Line name={t('story-said')}>
        <Said line={story.said} none={t('story-not-answered')} />
      </Line>
    </dl>
  );
}
