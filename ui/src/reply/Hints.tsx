import { CircleAlert, Info } from 'lucide-react';
import type { GateHint } from '../api/generated/GateHint';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { useFailureWords } from '../shared/failure';

interface HintsProps {
  hints: GateHint[];
  /** Warnings that the writer saw and sends in spite of, by code. */
  overrides: string[];
  onOverride: (code: string) => void;
  /** Ways to mend, by code. */
  mend?: Partial<Record<GateHint['refusal']['code'], () => void>>;
}

/** What the gate says, as sentences under the text, each with a way to mend it. */
export function Hints({ hints, overrides, onOverride, mend = {} }: HintsProps) {
  const { t } = useWords();
  const words = useFailureWords();
  const shown = hints.filter(({ refusal }) => !overrides.includes(refusal.code));
  if (shown.length === 0) return null;
  return (
    <ul className="hints" aria-label={t('hints')}>
      {shown.map(({ refusal, blocks }) => {
        const way = mend[refusal.code];
        return (
          <li key={refusal.code} className={blocks ? 'hint hint-lost' : 'hint hint-near'}>
            {blocks ? <CircleAlert aria-hidden /> : <Info aria-hidden />}
            <span className="hint-words">{words(refusal)}</span>
            {way && (
              <Button small onPress={way}>
                {t('hint-mend')}
              </Button>
            )}
            {!blocks && (
              <Button small look="bare" onPress={() => onOverride(refusal.code)}>
                {t('hint-override')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
