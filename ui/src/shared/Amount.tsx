import type { Money } from '../api/generated/Money';
import { moneyWords } from '../i18n/money';
import { useWords } from '../i18n/words';

/** Money with the decimals of its currency (three for OMR, KWD, BHD). */
export function Amount({ money }: { money: Money }) {
  const { tag, direction } = useWords();
  return (
    <bdi dir={direction} className="amount">
      {moneyWords(money, tag)}
    </bdi>
  );
}
