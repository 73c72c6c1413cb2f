import { useState } from 'react';
import { useMe } from '../account/me';
import { decimalsOf } from '../i18n/money';
import { parseAmount } from '../i18n/parse-amount';
import { Field } from '../shared/Field';
import { useWords } from '../i18n/words';

interface AmountFieldProps {
  label: string;
  /** Whole minor units of the agency's currency. */
  minor: number | null;
  onChange: (minor: number | null) => void;
}

/** Money in the agency's currency, typed in any digits; it counts at each key. */
export function AmountField({ label, minor, onChange }: AmountFieldProps) {
  const { t } = useWords();
  const { currency } = useMe();
  const decimals = decimalsOf(currency);
  const [typed, setTyped] = useState(minor === null ? '' : String(minor / 10 ** decimals));
  const type = (text: string) => {
    setTyped(text);
    onChange(parseAmount(text, decimals));
  };
  const isUnread = typed.trim() !== '' && parseAmount(typed, decimals) === null;
  return (
    <div className="amount-field">
      <Field
        label={`${label} (${currency})`}
        value={typed}
        onChange={type}
        {...(isUnread ? { hint: t('amount-unread') } : {})}
      />
    </div>
  );
}
