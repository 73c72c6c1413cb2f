import { useCallback } from 'react';
import { useWords } from '../i18n/words';

/** What a command throws: a refusal is expected and typed, a failure is logged under an id. */
export interface Refused {
  code: string;
  facts: Record<string, string | number>;
}

export function refusalOf(error: unknown): Refused | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  if (typeof code !== 'string') return null;
  const facts = 'facts' in error && typeof error.facts === 'object' ? error.facts : {};
  return { code, facts: { ...(facts as Refused['facts']) } };
}

function failureId(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'id' in error) return String(error.id);
  return '';
}

/** Turns what a command threw into words of the catalogue. */
export function useFailureWords(): (error: unknown) => string {
  const { t } = useWords();
  return useCallback(
    (error) => {
      const refused = refusalOf(error);
      if (refused) return t(`refusal-${refused.code.replaceAll('_', '-')}`, refused.facts);
      return t('state-failed', { id: failureId(error) });
    },
    [t],
  );
}
