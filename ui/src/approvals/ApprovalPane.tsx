import { ApprovalHead } from './ApprovalHead';
import { Answer } from './Answer';
import { Precedents } from './Precedents';
import type { ApprovalView } from '../api/generated/ApprovalView';
import { Story } from '../case/Story';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Amount } from '../shared/Amount';
import { TextBy } from '../shared/TextBy';

function Lines({ view }: { view: ApprovalView }) {
  const { t } = useWords();
  const label = useLabel();
  const none = view.resolution.none_because;
  if (none !== null) {
    return (
      <p>
        {t('approval-none')}: <bdi>{none}</bdi>
      </p>
    );
  }
  return (
    <ul>
      {view.lines.map((line) => (
        <li key={line.label.en} className="power">
          <p className="power-head">
            <strong>{label(line.label)}</strong>
            {line.amount && <Amount money={line.amount} />}
          </p>
          <p className="quiet small">
            {label(line.legal_basis)}
            {line.asker_limit && (
              <>
                {' · '}
                {t('approval-asker-limit')} <Amount money={line.asker_limit} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Points({ view }: { view: ApprovalView }) {
  const { t } = useWords();
  return (
    <ul className="approval-points">
      {view.resolution.points.map(({ point, outcome, because }) => {
        const said = view.points[point];
        return (
          <li key={point}>
            {said && <TextBy said={said} />}: <strong>{t(`point-${outcome}`)}</strong>
            {because !== '' && (
              <>
                {' · '}
                <bdi>{because}</bdi>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** One screen per approval: request, reason, precedents, cost, clock and the exact text. */
export function ApprovalPane({ view }: { view: ApprovalView }) {
  const { t } = useWords();
  const { resolution } = view;
  return (
    <div className="approval">
      <ApprovalHead view={view} />
      <Story story={view.story} />
      <div className="approval-body">
        <section>
          <h2 className="label">{t('approval-asked')}</h2>
          <Lines view={view} />
          <p className="small quiet">
            {t('decide-grounds')}: <bdi>{resolution.grounds}</bdi> · {t('decide-cause')}:{' '}
            {t(`cause-${resolution.cause}`)}
          </p>
        </section>
        {resolution.points.length > 0 && (
          <section>
            <h2 className="label">{t('decide-points')}</h2>
            <Points view={view} />
          </section>
        )}
        <section>
          <h2 className="label">{t('approval-letter')}</h2>
          <p className="approval-letter" dir={resolution.letter.language === 'ar' ? 'rtl' : 'ltr'}>
            {resolution.letter.text}
          </p>
        </section>
        <Precedents precedents={view.precedents} />
      </div>
      <Answer view={view} />
    </div>
  );
}
