import { useState } from 'react';
import { AmountField } from './AmountField';
import { asksOf, type Chosen } from './decision';
import { useMe } from '../account/me';
import type { CaseView } from '../api/generated/CaseView';
import type { PowerLine } from '../api/generated/PowerLine';
import { useAct } from '../case/use-act';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Field } from '../shared/Field';

/** Grants one remedy within my powers at once, without deciding the case. */
export function GrantLine({ view, line }: { view: CaseView; line: PowerLine }) {
  const { t } = useWords();
  const { currency } = useMe();
  const acting = useAct(view);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const plain: Chosen = { remedy: line.remedy, minor: null, proof: '' };
  const grant = (what: Chosen) => {
    const [ask] = asksOf([what], currency);
    if (!ask) return;
    acting.mutate(
      { act: { act: 'grant', ask }, words: t('done-grant') },
      { onSuccess: () => setChosen(null) },
    );
  };
  const needsMore = line.amount || line.proof_required;
  if (!chosen) {
    return (
      <>
        <Button
          small
          onPress={() => (needsMore ? setChosen(plain) : grant(plain))}
          isDisabled={acting.isPending}
        >
          {t('act-grant')}
        </Button>
        <Fault error={acting.error} />
      </>
    );
  }
  return (
    <div className="granted-steps">
      {line.amount && (
        <AmountField
          label={t('powers-amount')}
          minor={chosen.minor}
          onChange={(minor) => setChosen({ ...chosen, minor })}
        />
      )}
      {line.proof_required && (
        <Field
          label={t('powers-proof')}
          value={chosen.proof}
          onChange={(proof) => setChosen({ ...chosen, proof })}
        />
      )}
      <div className="buttons">
        <Button small onPress={() => grant(chosen)} isDisabled={acting.isPending}>
          {t('act-grant')}
        </Button>
        <Button small look="bare" onPress={() => setChosen(null)}>
          {t('form-close')}
        </Button>
      </div>
      <Fault error={acting.error} />
    </div>
  );
}
