import { useEffect, useRef, type ReactNode } from 'react';
import { Attachments } from './Attachments';
import { FactsList } from './FactsList';
import { Granted } from './Granted';
import { Others } from './Others';
import { PersonFacts } from './PersonFacts';
import { Returned } from './Returned';
import type { CaseView } from '../api/generated/CaseView';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { PowersList } from '../powers/PowersList';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="side-part">
      <h2 className="label">{title}</h2>
      {children}
    </section>
  );
}

/** What I may grant now, facts, attachments, other cases. */
export function CaseSide({ view }: { view: CaseView }) {
  const { t } = useWords();
  const top = useRef<HTMLDivElement>(null);
  useCommand('powers', () => top.current?.focus());
  useEffect(() => {
    // In braces: newer engines answer a scroll with a promise, which is no clean-up.
    top.current?.scrollTo({ top: 0 });
  }, [view.row.case]);
  return (
    <div ref={top} className="side" tabIndex={-1}>
      {view.returned.length > 0 && (
        <Part title={t('side-returned')}>
          <Returned view={view} />
        </Part>
      )}
      {view.row.stage !== 'closed' && (
        <Part title={t('side-powers')}>
          <PowersList view={view} />
        </Part>
      )}
      {view.remedies.length > 0 && (
        <Part title={t('side-granted')}>
          <Granted view={view} />
        </Part>
      )}
      {view.person && (
        <Part title={t('side-person')}>
          <PersonFacts person={view.person} />
        </Part>
      )}
      <Part title={t('side-facts')}>
        <FactsList view={view} />
      </Part>
      {(view.attachments.length > 0 || view.may.includes('attach')) && (
        <Part title={t('side-files')}>
          <Attachments view={view} />
        </Part>
      )}
      {view.others.length > 0 && (
        <Part title={t('side-others')}>
          <Others rows={view.others} />
        </Part>
      )}
    </div>
  );
}
