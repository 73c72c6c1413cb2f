import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { localeTag, type Digits, type Language } from './locale';

export type WordArguments = Record<string, FluentVariable>;

const arabic = import.meta.glob<string>('./ar/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const english = import.meta.glob<string>('./en/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const sources: Record<Language, Record<string, string>> = { ar: arabic, en: english };

/** Stretches each text by two fifths, to find what clips (tests only). */
function stretched(text: string): string {
  return text.trim() === '' ? text : text + '~'.repeat(Math.ceil(text.length * 0.4));
}

/** All messages of one language; numbers in them use the digits of the settings. */
export function bundleOf(language: Language, digits: Digits, pseudo = false): FluentBundle {
  const tag = localeTag(language, 'gregorian', digits);
  const bundle = new FluentBundle(tag, pseudo ? { transform: stretched } : {});
  for (const source of Object.values(sources[language])) {
    bundle.addResource(new FluentResource(source));
  }
  return bundle;
}

/** The words of a message, or its id when the catalogue has none (the message check forbids that). */
export function wordsOf(bundle: FluentBundle, id: string, values?: WordArguments): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, values ?? null) : id;
}
