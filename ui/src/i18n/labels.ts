import { useCallback } from 'react';
import { useWords } from './words';
import type { Labels } from '../api/generated/Labels';

/** Picks the words of an agency's label in the language of the interface. */
export function useLabel(): (labels: Labels) => string {
  const { language } = useWords();
  return useCallback((labels) => labels[language], [language]);
}
