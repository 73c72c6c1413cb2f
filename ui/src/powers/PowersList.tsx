import { Fragment, type ReactNode } from 'react';
import { GrantLine } from './GrantLine';
import type { PowerLine } from '../api/generated/PowerLine';
import type { CaseView } from '../api/generated/CaseView';
import type { Who } from '../api/generated/Who';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Amount } from '../shared/Amount';

function Line({ line, children }: { line: PowerLine; children?: ReactNode }) {
  const { t } = useWords();
  const label = useLabel();
  return (
    <li className="power">
      <p className="power-head">
        <strong>{label(line.label)}</strong>
        {line.limit && (
          <span>
            {t('powers-limit')} <Amount money={line.limit} />
          </span>
        )}
      </p>
      <div className="power-foot">
        <p className="quiet small">
          {label(line.legal_basis)}
          {line.left_today && (
            <>
              {' · '}
              {t('powers-left')} <Amount money={line.left_today} />
            </>
          )}
        </p>
        {children}
      </div>
    </li>
  );
}

/** The lines that one approval would give, under whoever would be asked, nearest first. */
function byWhom(lines: PowerLine[]): [Who, PowerLine[]][] {
  const staff = [...new Set(lines.map(({ by }) => by.staff))];
  const groups = staff.map((id) => lines.filter(({ by }) => by.staff === id));
  return groups.flatMap((group) => (group[0] ? [[group[0].by, group]] : []));
}

/** What I may grant on this case now, then what one approval would give (R23). */
export function PowersList({ view }: { view: CaseView }) {
  const { t } = useWords();
  const label = useLabel();
  const { powers, may } = view;
  return (
    <>
      {powers.approval_demanded && <p className="hint hint-near">{t('powers-demanded')}</p>}
      {powers.mine.length > 0 ? (
        <ul>
          {powers.mine.map((line) => (
            <Line key={line.remedy} line={line}>
              {may.includes('grant') && <GrantLine view={view} line={line} />}
            </Line>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('powers-none')}</p>
      )}
      {byWhom(powers.above).map(([by, lines]) => (
        <Fragment key={by.staff}>
          <h3 className="label power-above">{t('powers-by-approval', { post: label(by.post) })}</h3>
          <ul>
            {lines.map((line) => (
              <Line key={line.remedy} line={line} />
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}
