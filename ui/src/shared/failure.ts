import { useCallback } from 'react';
import { useFactWords, type Facts } from './fact-words';
import { useWords } from '../i18n/words';

/** What a command throws: a code with facts. A refusal and a trouble are expected and typed. */
export interface Refused extends Facts {
  code: string;
}

export function refusalOf(error: unknown): Refused | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? { ...error, code: error.code } : null;
}

/** Turns what a command threw, or a refusal in an answer, into words of the catalogue. */
export function useFailureWords(): (error: unknown) => string {
  const { t } = useWords();
  const factWords = useFactWords();
  return useCallback(
    (error) => {
      const refused = refusalOf(error) ?? { code: 'failed', id: '' };
      return t(`refusal-${refused.code}`, factWords(refused));
    },
    [t, factWords],
  );
}
