import { pointsOf, type Chosen, type Decision } from './decision';
import type { CaseView } from '../api/generated/CaseView';
import type { PowerLine } from '../api/generated/PowerLine';
import type { Settings } from '../api/generated/Settings';
import { bundleOf, wordsOf, type WordArguments } from '../i18n/bundle';
import { dateWords } from '../i18n/dates';
import { withoutIsolation } from '../i18n/direction';
import { localeTag, type Language } from '../i18n/locale';
import { moneyWords } from '../i18n/money';
import { plainText } from '../shared/subject';

interface LetterOf {
  view: CaseView;
  decision: Decision;
  chosen: Chosen[];
  lines: PowerLine[];
  /** The person's language, not the interface's. */
  language: Language;
  settings: Settings;
  zone: string;
  currency: string;
}

type Print = (id: string, values?: WordArguments) => string;

function granted(of: LetterOf, t: Print, { remedy, minor }: Chosen): string {
  const line = of.lines.find((known) => known.remedy === remedy);
  if (!line) return '';
  const { language, settings, zone, currency } = of;
  const name = line.label[language];
  const due = dateWords(new Date(line.due), 'day', { ...settings, language, zone });
  if (minor === null) return t('letter-remedy', { name, due });
  const money = { minor, currency };
  const amount = moneyWords(money, localeTag(language, 'gregorian', settings.digits));
  return t('letter-remedy-amount', { name, amount, due });
}

function pointLines(of: LetterOf, t: Print): string[] {
  return pointsOf(of.decision, of.view).map(({ point, outcome, because }) =>
    t('letter-point', {
      point: of.view.points[point]?.text ?? '',
      outcome: t(`point-${outcome}`),
      because: because === '' ? 'none' : because,
    }),
  );
}

/** The letter as it is proposed: what is granted, each point answered, the right to dispute. */
export function proposedLetter(of: LetterOf): string {
  const { view, decision, language, settings } = of;
  const bundle = bundleOf(language, settings.digits);
  const t: Print = (id, values) => withoutIsolation(wordsOf(bundle, id, values));
  const given = of.chosen.map((chosen) => granted(of, t, chosen));
  const none = decision.none_because;
  const lines = [
    view.person
      ? t('letter-greeting', { name: view.person.name.text })
      : t('letter-greeting-plain'),
    t('letter-about', {
      reference: view.row.reference,
      subject: plainText(view.subject, language),
    }),
    ...given,
    ...(none === null ? [] : [t('letter-none', { because: none })]),
    ...pointLines(of, t),
    t('letter-dispute'),
  ];
  return lines.join('\n');
}
