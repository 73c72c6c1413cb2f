import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { AmountField } from './AmountField';
import type { Chosen } from './decision';
import type { PowerLine } from '../api/generated/PowerLine';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Amount } from '../shared/Amount';
import { Field } from '../shared/Field';
import { When } from '../shared/When';

interface RemedyChoiceProps {
  line: PowerLine;
  chosen: Chosen | undefined;
  /** Only with an approval. */
  above: boolean;
  onChange: (chosen: Chosen | undefined) => void;
}

function Limits({ line, above }: { line: PowerLine; above: boolean }) {
  const { t } = useWords();
  return (
    <span className="remedy-limits">
      {above && <span className="chip chip-near">{t('powers-above')}</span>}
      {line.limit && (
        <span>
          {t('powers-limit')} <Amount money={line.limit} />
        </span>
      )}
      <span>
        {t('powers-due')} <When at={line.due} as="near" />
      </span>
    </span>
  );
}

/** One remedy: chosen or not, its amount and its proof. */
export function RemedyChoice({ line, chosen, above, onChange }: RemedyChoiceProps) {
  const { t } = useWords();
  const label = useLabel();
  const none: Chosen = { remedy: line.remedy, minor: null, proof: '' };
  return (
    <div className="remedy">
      <div className="remedy-line">
        <CheckboxField
          isSelected={chosen !== undefined}
          onChange={(isOn) => onChange(isOn ? none : undefined)}
        >
          <CheckboxButton className="check">
            <span className="check-box" />
            {label(line.label)}
          </CheckboxButton>
        </CheckboxField>
        <Limits line={line} above={above} />
      </div>
      {chosen && line.amount && (
        <AmountField
          label={t('powers-amount')}
          minor={chosen.minor}
          onChange={(minor) => onChange({ ...chosen, minor })}
        />
      )}
      {chosen && line.proof_required && (
        <Field
          label={t('powers-proof')}
          value={chosen.proof}
          onChange={(proof) => onChange({ ...chosen, proof })}
        />
      )}
    </div>
  );
}
