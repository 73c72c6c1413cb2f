import { Input, Label, NumberField } from 'react-aria-components';
import { useMe } from '../account/me';
import { decimalsOf } from '../i18n/money';

interface AmountFieldProps {
  label: string;
  /** Whole minor units of the agency's currency. */
  minor: number | null;
  onChange: (minor: number | null) => void;
}

/** Money in the agency's currency, typed in any digits; only whole minor units come out. */
export function AmountField({ label, minor, onChange }: AmountFieldProps) {
  const { currency } = useMe();
  const unit = 10 ** decimalsOf(currency);
  return (
    <NumberField
      className="field amount-field"
      value={minor === null ? NaN : minor / unit}
      minValue={0}
      formatOptions={{ style: 'currency', currency }}
      onChange={(value) => onChange(Number.isNaN(value) ? null : Math.round(value * unit))}
    >
      <Label>{label}</Label>
      <Input className="input" />
    </NumberField>
  );
}
