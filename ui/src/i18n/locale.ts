/**
 * The one helper that names a locale. An engine's default calendar or digits are never trusted:
 * the same code gives two dates in two engines. Every `Intl` object is made from a tag of this file.
 */
export type Language = 'ar' | 'en';
export type Digits = 'latn' | 'arab';
export type Calendar = 'gregory' | 'islamic-umalqura';
export type CalendarChoice = Calendar | 'both';
export type Direction = 'rtl' | 'ltr';

/** Days come before months in both languages, hence British English. */
const region: Record<Language, string> = { ar: 'ar', en: 'en-GB' };

/** A full tag, for instance `ar-u-ca-islamic-umalqura-nu-latn`. */
export function localeTag(language: Language, calendar: Calendar, digits: Digits): string {
  return `${region[language]}-u-ca-${calendar}-nu-${digits}`;
}

/** The calendars a date is printed in, the first one leading. */
export function calendarsOf(choice: CalendarChoice): Calendar[] {
  return choice === 'both' ? ['gregory', 'islamic-umalqura'] : [choice];
}

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr';
}
