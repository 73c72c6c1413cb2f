import { gap } from './gaps';
import { useZone } from '../account/me';
import type { CaseView } from '../api/generated/CaseView';
import type { TemplateChoice } from '../api/generated/TemplateChoice';
import { dateWords } from '../i18n/dates';
import { useWords } from '../i18n/words';
import { useSettings } from '../settings/settings';

/** A template's text in the person's language, its places filled in with what is known. */
export function useTemplateText(view: CaseView) {
  const { language: own } = useWords();
  const { settings } = useSettings();
  const zone = useZone();
  const language = view.person?.language ?? own;
  return ({ text }: TemplateChoice, date: string | null): string => {
    const places: Record<string, string> = {
      name: view.person?.name.text ?? gap,
      reference: view.row.reference,
      date: date ? dateWords(new Date(date), 'day', { ...settings, language, zone }) : gap,
    };
    return text[language].replace(/\{(\w+)\}/gu, (_, place: string) => places[place] ?? gap);
  };
}
