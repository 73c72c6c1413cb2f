import type { ReactNode } from 'react';
import type { CaseView } from '../api/generated/CaseView';
import { listFormat } from '../i18n/formats';
import { useLabel } from '../i18n/labels';
import { useWords, type Translate } from '../i18n/words';
import { Amount } from '../shared/Amount';
import { useHolderWords } from '../shared/HolderWords';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function heldWords(seconds: number, t: Translate): string {
  const hours = Math.round(seconds / 3600);
  return hours < 48
    ? t('held-hours', { count: hours })
    : t('held-days', { count: Math.round(hours / 24) });
}

/** What is known of the case besides the conversation. */
export function FactsList({ view }: { view: CaseView }) {
  const { t, tag } = useWords();
  const label = useLabel();
  const holderWords = useHolderWords();
  const list = listFormat(tag);
  const { clocks } = view;
  return (
    <dl className="facts-of-case">
      <Fact name={t('fact-kind')}>{t(`kind-${view.row.kind}`)}</Fact>
      <Fact name={t('fact-unit')}>{label(view.row.unit)}</Fact>
      <Fact name={t('fact-opened')}>
        <When at={view.opened_at} /> · {t(`channel-${view.channel}`)}
      </Fact>
      {view.place && (
        <Fact name={t('fact-place')}>
          <TextBy said={view.place} />
        </Fact>
      )}
      {view.points.length > 0 && (
        <Fact name={t('fact-points')}>
          <ol className="fact-points">
            {view.points.map((point, place) => (
              <li key={place}>
                <TextBy said={point} />
              </li>
            ))}
          </ol>
        </Fact>
      )}
      {view.tried.length > 0 && (
        <Fact name={t('fact-tried')}>
          {list.format(view.tried.map((channel) => t(`channel-${channel}`)))}
        </Fact>
      )}
      {view.cost && (
        <Fact name={t('fact-cost')}>
          <Amount money={view.cost} />
        </Fact>
      )}
      <Fact name={t('due-answer')}>
        <When at={clocks.answered_at ?? clocks.answer_due} as="near" />
        {clocks.answered_at !== null && ` · ${t('fact-met')}`}
      </Fact>
      <Fact name={t('due-solution')}>
        <When at={clocks.solved_at ?? clocks.solution_due} as="near" />
        {clocks.solved_at !== null && ` · ${t('fact-met')}`}
      </Fact>
      {clocks.next_contact !== null && (
        <Fact name={t('due-next_contact')}>
          <When at={clocks.next_contact} as="near" />
        </Fact>
      )}
      <Fact name={t('fact-hours')}>
        <ul>
          {view.hours.map(({ holder, seconds }, place) => (
            <li key={place}>
              {holderWords(holder)} · {heldWords(seconds, t)}
            </li>
          ))}
        </ul>
      </Fact>
      {view.standard && <Fact name={t('fact-standard')}>{label(view.standard)}</Fact>}
    </dl>
  );
}
