import { pointsOf, type Chosen, type Decision } from './decision';
import type { CaseView } from '../api/generated/CaseView';
import type { Fact } from '../api/generated/Fact';
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

interface Granted {
  words: string;
  facts: Fact[];
}

function granted(of: LetterOf, t: Print, { remedy, minor }: Chosen): Granted {
  const line = of.lines.find((known) => known.remedy === remedy);
  if (!line) return { words: '', facts: [] };
  const { language, settings, zone, currency } = of;
  const name = line.label[language];
  const due = dateWords(new Date(line.due), 'day', { ...settings, language, zone });
  const facts: Fact[] = [
    { fact: 'done', words: name },
    { fact: 'when', at: line.due, words: due },
  ];
  if (minor === null) return { words: t('letter-remedy', { name, due }), facts };
  const money = { minor, currency };
  const amount = moneyWords(money, localeTag(language, 'gregorian', settings.digits));
  return {
    words: t('letter-remedy-amount', { name, amount, due }),
    facts: [...facts, { fact: 'amount', money, words: amount }],
  };
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

export interface Letter {
  text: string;
  /** What in it was chosen for this case. */
  facts: Fact[];
}

/** The letter as it is proposed: what is granted, each point answered, the right to dispute. */
export function proposedLetter(of: LetterOf): Letter {
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
    ...given.map(({ words }) => words),
    ...(none === null ? [] : [t('letter-none', { because: none })]),
    ...pointLines(of, t),
    t('letter-dispute'),
  ];
  return { text: lines.join('\n'), facts: given.flatMap(({ facts }) => facts) };
}
