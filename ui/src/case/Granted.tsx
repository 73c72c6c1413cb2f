import { useState } from 'react';
import { useAct } from './use-act';
import type { CaseView } from '../api/generated/CaseView';
import type { RemedyProgress } from '../api/generated/RemedyProgress';
import type { RemedyView } from '../api/generated/RemedyView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Amount } from '../shared/Amount';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Field } from '../shared/Field';
import { When } from '../shared/When';

const steps: RemedyProgress[] = ['ordered', 'done', 'failed'];

function Progress({ view, remedy }: { view: CaseView; remedy: RemedyView }) {
  const { t } = useWords();
  const [proof, setProof] = useState('');
  const acting = useAct(view);
  const move = (to: RemedyProgress) =>
    acting.mutate({
      act: { act: 'remedy', op: remedy.op, n: remedy.n, to, proof },
      words: t(`done-remedy-${to}`),
    });
  return (
    <div className="granted-steps">
      <Field label={t('remedy-proof')} value={proof} onChange={setProof} />
      <div className="buttons">
        {steps.map((to) => (
          <Button key={to} small onPress={() => move(to)} isDisabled={acting.isPending}>
            {t(`remedy-to-${to}`)}
          </Button>
        ))}
      </div>
      <Fault error={acting.error} />
    </div>
  );
}

const looks: Record<RemedyView['state'], string> = {
  granted: 'chip',
  ordered: 'chip',
  done: 'chip chip-confirmed',
  failed: 'chip chip-lost',
  late: 'chip chip-lost',
};

/** What was granted, and how it goes: a promise until it is done. */
export function Granted({ view }: { view: CaseView }) {
  const { t } = useWords();
  const label = useLabel();
  const may = view.may.includes('update_remedy');
  return (
    <ul>
      {view.remedies.map((remedy) => (
        <li key={`${remedy.op}-${remedy.n}`} className="power">
          <p className="power-head">
            <strong>{label(remedy.label)}</strong>
            <span className={looks[remedy.state]}>{t(`remedy-${remedy.state}`)}</span>
          </p>
          <p className="quiet small">
            {remedy.amount && <Amount money={remedy.amount} />} {t('powers-due')}{' '}
            <When at={remedy.due} as="near" />
          </p>
          {may && remedy.state !== 'done' && remedy.state !== 'failed' && (
            <Progress view={view} remedy={remedy} />
          )}
        </li>
      ))}
    </ul>
  );
}
