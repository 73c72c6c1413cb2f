import { moneyFormat } from './formats';
import type { Money } from '../api/generated/Money';

/** How many decimals a currency has: three for OMR, KWD, BHD. */
export function decimalsOf(currency: string): number {
  return moneyFormat('en', currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Money in words; whole minor units go in, never a fraction. */
export function moneyWords({ minor, currency }: Money, tag: string): string {
  return moneyFormat(tag, currency).format(minor / 10 ** decimalsOf(currency));
}
