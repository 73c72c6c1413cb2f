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
  const open = hints.filter(({ refusal }) => !overrides.includes(refusal.code));
  // The gate names each place in the text; the same sentence is said once.
  const shown = new Map(open.map((hint) => [words(hint.refusal), hint]));
  if (shown.size === 0) return null;
  return (
    <ul className="hints" aria-label={t('hints')}>
      {[...shown].map(([sentence, { refusal, blocks }]) => {
        const way = mend[refusal.code];
        return (
          <li key={sentence} className={blocks ? 'hint hint-lost' : 'hint hint-near'}>
            {blocks ? <CircleAlert aria-hidden /> : <Info aria-hidden />}
            <span className="hint-words">{sentence}</span>
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
