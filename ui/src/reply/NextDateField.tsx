import type { ZonedDateTime } from '@internationalized/date';
import { useZone } from '../account/me';
import { useChoices } from '../api/queries';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { MomentField } from '../shared/MomentField';
import { Pick } from '../shared/Pick';
import { When } from '../shared/When';
import { firstDay, nextDateOf, type NextChoice } from './next-date';

const ways = ['next-day', 'three-days', 'week', 'date', 'none'] as const;

interface NextDateFieldProps {
  choice: NextChoice;
  onChange: (choice: NextChoice) => void;
}

function chosen(by: (typeof ways)[number], first: () => ZonedDateTime): NextChoice {
  if (by === 'date') return { by, at: first() };
  if (by === 'none') return { by, because: null };
  return { by };
}

/** When the person hears from us next, or why no date can be given (gate rule 4). */
export function NextDateField({ choice, onChange }: NextDateFieldProps) {
  const { t } = useWords();
  const label = useLabel();
  const zone = useZone();
  const { data } = useChoices();
  const days = data?.next_days;
  const next = nextDateOf(choice, days);
  return (
    <div className="form-row">
      <Choice
        label={t('next-label')}
        value={choice.by}
        options={ways.map((id) => ({ id, words: t(`next-${id}`) }))}
        onChange={(by) => onChange(chosen(by, () => firstDay(days, zone)))}
      />
      {choice.by === 'date' && (
        <MomentField
          label={t('next-date-label')}
          value={choice.at}
          onChange={(at) => onChange({ by: 'date', at })}
        />
      )}
      {choice.by === 'none' && (
        <Pick
          label={t('next-because')}
          value={choice.because}
          options={(data?.no_date_reasons ?? []).map(({ code, label: words }) => ({
            id: code,
            words: label(words),
          }))}
          onChange={(because) => onChange({ by: 'none', because })}
        />
      )}
      {next?.next === 'at' && choice.by !== 'date' && (
        <p className="field-hint next-shown">
          <When at={next.at} />
        </p>
      )}
    </div>
  );
}
