/**
 * The one helper that names a locale. An engine's default calendar or digits are never trusted:
 * the same code gives two dates in two engines. Every `Intl` object is made from a tag of this file.
 */
import type { CalendarChoice } from '../api/generated/CalendarChoice';
import type { Digits } from '../api/generated/Digits';
import type { Direction } from '../api/generated/Direction';
import type { Language } from '../api/generated/Language';

export type { CalendarChoice, Digits, Direction, Language };

/** One calendar, as the settings name it. */
export type Calendar = Exclude<CalendarChoice, 'both'>;

/** Days come before months in both languages, hence British English. */
const regions: Record<Language, string> = { ar: 'ar', en: 'en-GB' };
const calendars: Record<Calendar, string> = {
  gregorian: 'gregory',
  umm_al_qura: 'islamic-umalqura',
};
const numerals: Record<Digits, string> = { latin: 'latn', arabic_indic: 'arab' };

/** A full tag, for instance `ar-u-ca-islamic-umalqura-nu-latn`. */
export function localeTag(language: Language, calendar: Calendar, digits: Digits): string {
  return `${regions[language]}-u-ca-${calendars[calendar]}-nu-${numerals[digits]}`;
}

/** The calendars a date is printed in, the first one leading. */
export function calendarsOf(choice: CalendarChoice): Calendar[] {
  return choice === 'both' ? ['gregorian', 'umm_al_qura'] : [choice];
}

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr';
}
