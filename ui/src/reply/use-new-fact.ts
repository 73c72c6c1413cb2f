import { now, type ZonedDateTime } from '@internationalized/date';
import { useState } from 'react';
import { useMe } from '../account/me';
import type { Fact } from '../api/generated/Fact';
import { dateWords } from '../i18n/dates';
import { localeTag, type Language } from '../i18n/locale';
import { moneyWords } from '../i18n/money';
import { useSettings } from '../settings/settings';

export const factKinds = ['done', 'when', 'amount', 'work_order', 'quote'] as const;
export type FactKind = (typeof factKinds)[number];

/** A fact while it is typed: each kind has a field of its own. */
interface Typed {
  kind: FactKind;
  words: string;
  day: ZonedDateTime;
  minor: number | null;
}

/** What is typed, and the fact that it makes as soon as it is whole. */
export function useNewFact(language: Language) {
  const { zone, currency } = useMe();
  const { settings } = useSettings();
  const begin = (): Typed => ({ kind: 'done', words: '', day: now(zone), minor: null });
  const [typed, setTyped] = useState(begin);
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const clear = () => setTyped(({ kind }) => ({ ...begin(), kind }));
  return { typed, change, clear, fact: factOf() };

  function factOf(): Fact | null {
    const { kind, day, minor } = typed;
    const words = typed.words.trim();
    if (kind === 'when') {
      const at = day.toDate();
      const style = { ...settings, language, zone };
      return { fact: kind, at: at.toISOString(), words: dateWords(at, 'day', style) };
    }
    if (kind === 'amount') {
      if (minor === null || minor === 0) return null;
      const money = { minor, currency };
      const tag = localeTag(language, 'gregorian', settings.digits);
      return { fact: kind, money, words: moneyWords(money, tag) };
    }
    if (words === '') return null;
    return kind === 'work_order' ? { fact: kind, number: words } : { fact: kind, words };
  }
}
