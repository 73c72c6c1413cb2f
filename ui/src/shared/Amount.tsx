import { useWords } from '../i18n/words';

interface AmountProps {
  /** Whole minor units: baisa, halala, piastre. */
  minor: number;
  /** ISO 4217, for instance OMR. */
  currency: string;
}

/** Money with the decimals of its currency (three for OMR, KWD, BHD). */
export function Amount({ minor, currency }: AmountProps) {
  const { tag, direction } = useWords();
  const format = new Intl.NumberFormat(tag, { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  return (
    <bdi dir={direction} className="amount">
      {format.format(minor / 10 ** decimals)}
    </bdi>
  );
}
