import { Fragment, type ReactNode } from 'react';
import { GrantLine } from './GrantLine';
import type { PowerLine } from '../api/generated/PowerLine';
import type { CaseView } from '../api/generated/CaseView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Amount } from '../shared/Amount';

function Line({ line, children }: { line: PowerLine; children?: ReactNode }) {
  const { t } = useWords();
  const label = useLabel();
  return (
    <li className="power power-head">
      <span>
        <strong>{label(line.label)}</strong>
        {line.limit && (
          <span className="power-limits">
            {t('powers-limit')} <Amount money={line.limit} />
            {line.left_today && (
              <>
                {' · '}
                {t('powers-left')} <Amount money={line.left_today} />
              </>
            )}
          </span>
        )}
      </span>
      {children}
    </li>
  );
}

/** Lines that have something in common, in the order in which they come. */
function groupedBy(lines: PowerLine[], keyOf: (line: PowerLine) => string): PowerLine[][] {
  const groups = new Map<string, PowerLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

interface LinesProps {
  lines: PowerLine[];
  act?: (line: PowerLine) => ReactNode;
}

/** Lines that rest on the same text stand together under it: it is read once. */
function Lines({ lines, act }: LinesProps) {
  const label = useLabel();
  return groupedBy(lines, ({ legal_basis: basis }) => basis.en).map((group) => (
    <Fragment key={group[0]?.remedy}>
      {group[0] && <p className="quiet small">{label(group[0].legal_basis)}</p>}
      <ul>
        {group.map((line) => (
          <Line key={line.remedy} line={line}>
            {act?.(line)}
          </Line>
        ))}
      </ul>
    </Fragment>
  ));
}

/** What I may grant on this case now, then what one approval would give, and whose (R23). */
export function PowersList({ view }: { view: CaseView }) {
  const { t } = useWords();
  const label = useLabel();
  const { powers, may } = view;
  const grant = (line: PowerLine) => may.includes('grant') && <GrantLine view={view} line={line} />;
  return (
    <>
      {powers.approval_demanded && <p className="hint hint-near">{t('powers-demanded')}</p>}
      {powers.mine.length === 0 && <p className="quiet">{t('powers-none')}</p>}
      <Lines lines={powers.mine} act={grant} />
      {groupedBy(powers.above, ({ by }) => by.staff ?? '').map((lines) => (
        <Fragment key={lines[0]?.by.staff}>
          {lines[0] && (
            <h3 className="label power-above">
              {t('powers-by-approval', { post: label(lines[0].by.post) })}
            </h3>
          )}
          <Lines lines={lines} />
        </Fragment>
      ))}
    </>
  );
}
