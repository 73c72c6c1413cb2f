import { useAct } from './use-act';
import type { CaseView } from '../api/generated/CaseView';
import type { ReturnedView } from '../api/generated/ReturnedView';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { When } from '../shared/When';

function ReturnedLetter({ view, letter }: { view: CaseView; letter: ReturnedView }) {
  const { t } = useWords();
  const acting = useAct(view);
  const resend = () =>
    acting.mutate({
      act: { act: 'resend', op: letter.op, n: letter.n },
      words: t('done-resend'),
    });
  return (
    <li className="power">
      <p className="power-head">
        <strong>{t(`letter-fault-${letter.fault}`)}</strong>
      </p>
      <p className="quiet small">
        {t(`channel-${letter.channel}`)} <When at={letter.at} as="near" />
      </p>
      <p className="small">{t(`letter-advice-${letter.fault}`)}</p>
      {view.may.includes('resend') && (
        <Button small onPress={resend} isDisabled={acting.isPending}>
          {t('letter-resend')}
        </Button>
      )}
      <Fault error={acting.error} />
    </li>
  );
}

/** Messages that did not reach the person, with what can be done about each. */
export function Returned({ view }: { view: CaseView }) {
  return (
    <ul>
      {view.returned.map((letter) => (
        <ReturnedLetter key={`${letter.op}-${letter.n}`} view={view} letter={letter} />
      ))}
    </ul>
  );
}
