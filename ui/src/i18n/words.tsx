import { createContext, use, useMemo, type ReactNode } from 'react';
import { bundleOf, wordsOf, type WordArguments } from './bundle';
import { directionOf, localeTag, type Digits, type Direction, type Language } from './locale';
import { useSettings } from '../settings/settings';

export type Translate = (id: string, values?: WordArguments) => string;

export interface Words {
  /** The words of a message in the language of the interface. */
  t: Translate;
  language: Language;
  digits: Digits;
  direction: Direction;
  /** For numbers and sorting; dates go through `<When>`. */
  tag: string;
}

const WordsContext = createContext<Words | null>(null);

export function WordsProvider({ children }: { children: ReactNode }) {
  const { language, digits } = useSettings().settings;
  const words = useMemo<Words>(() => {
    const bundle = bundleOf(language, digits, window.__RIDA_PSEUDO__ === true);
    return {
      t: (id, values) => wordsOf(bundle, id, values),
      language,
      digits,
      direction: directionOf(language),
      tag: localeTag(language, 'gregorian', digits),
    };
  }, [language, digits]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
