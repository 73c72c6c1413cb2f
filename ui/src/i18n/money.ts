import type { Money } from '../api/generated/Money';

/** How many decimals a currency has: three for OMR, KWD, BHD. */
export function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Money in words; whole minor units go in, never a fraction. */
export function moneyWords({ minor, currency }: Money, tag: string): string {
  const format = new Intl.NumberFormat(tag, { style: 'currency', currency });
  return format.format(minor / 10 ** decimalsOf(currency));
}
