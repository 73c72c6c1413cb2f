import { useCallback } from 'react';
import { useZone } from '../account/me';
import type { Money } from '../api/generated/Money';
import type { WordArguments } from '../i18n/bundle';
import { dateWords } from '../i18n/dates';
import { moneyWords } from '../i18n/money';
import { useWords, type Translate } from '../i18n/words';
import { useSettings } from '../settings/settings';

export type Facts = Record<string, unknown>;

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;

/** A fact whose value is a code, in words when the catalogue has some. */
function codedWords(name: string, value: string, t: Translate): string {
  if (name === 'right') return t(`right-${value}`);
  if (name === 'stage') return t(`stage-${value}`);
  if (name === 'kind') return t(`identifier-${value}`);
  if (name === 'fault') return t(`identifier-fault-${value}`);
  if (name !== 'field') return value;
  const words = t(`field-${value}`);
  return words === `field-${value}` ? value : words;
}

/** The facts of a refusal as values that a message can print: money, dates, lists, codes. */
export function useFactWords(): (facts: Facts) => WordArguments {
  const { t, tag } = useWords();
  const { settings } = useSettings();
  const zone = useZone();
  return useCallback(
    (facts) => {
      const print = (name: string, value: unknown): string | number => {
        if (isMoney(value)) return moneyWords(value, tag);
        if (Array.isArray(value)) return value.map((one) => `«${String(one)}»`).join(' ');
        if (name === 'latest')
          return dateWords(new Date(String(value)), 'moment', { ...settings, zone });
        if (name === 'bytes_max') return Math.floor(Number(value) / 1_048_576);
        if (name === 'point') return Number(value) + 1;
        if (typeof value === 'number') return value;
        return typeof value === 'string' ? codedWords(name, value, t) : 'none';
      };
      return Object.fromEntries(
        Object.entries(facts).map(([name, value]) => [name, print(name, value)]),
      );
    },
    [t, tag, settings, zone],
  );
}
