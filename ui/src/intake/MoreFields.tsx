import {
  CheckboxButton,
  CheckboxField,
  CheckboxGroup,
  Disclosure,
  DisclosurePanel,
  Button,
  Heading,
  Input,
  Label,
  NumberField,
} from 'react-aria-components';
import { ChevronDown } from 'lucide-react';
import type { Change } from './NewCaseForm';
import type { NewCase } from './new-case';
import type { Channel } from '../api/generated/Channel';
import type { IntakeChoices } from '../api/generated/IntakeChoices';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { AmountField } from '../powers/AmountField';
import { Choice } from '../shared/Choice';
import { Pick } from '../shared/Pick';
import { Toggle } from '../shared/Toggle';

const channels: Channel[] = ['phone', 'branch', 'mail', 'social', 'sms'];
const nobody = '';

interface MoreFieldsProps {
  form: NewCase;
  change: Change;
  choices: IntakeChoices;
}

function Numbers({ form, change }: { form: NewCase; change: Change }) {
  const { t } = useWords();
  return (
    <div className="field-grid">
      <NumberField
        className="field"
        value={form.people}
        minValue={1}
        onChange={(people) => change({ people: Number.isNaN(people) ? 1 : people })}
      >
        <Label>{t('new-people')}</Label>
        <Input className="input" />
      </NumberField>
      <AmountField
        label={t('new-cost')}
        minor={form.cost_minor}
        onChange={(minor) => change({ cost_minor: minor })}
      />
    </div>
  );
}

/** What is asked only when it matters. */
export function MoreFields({ form, change, choices }: MoreFieldsProps) {
  const { t } = useWords();
  const label = useLabel();
  return (
    <Disclosure className="more">
      <Heading level={2}>
        <Button slot="trigger" className="button button-bare">
          <ChevronDown aria-hidden />
          {t('new-more')}
        </Button>
      </Heading>
      <DisclosurePanel className="more-fields">
        <Choice
          label={t('contact-channel')}
          value={form.channel}
          options={channels.map((id) => ({ id, words: t(`channel-${id}`) }))}
          onChange={(channel) => change({ channel })}
        />
        <CheckboxGroup
          className="choice"
          value={form.tried}
          onChange={(tried) => change({ tried: tried as Channel[] })}
        >
          <Label className="label">{t('new-tried')}</Label>
          <div className="choice-options">
            {channels.map((id) => (
              <CheckboxField key={id} value={id}>
                <CheckboxButton className="check">
                  <span className="check-box" />
                  {t(`channel-${id}`)}
                </CheckboxButton>
              </CheckboxField>
            ))}
          </div>
        </CheckboxGroup>
        <Numbers form={form} change={change} />
        <Pick
          label={t('new-accused')}
          value={form.accused ?? nobody}
          options={[
            { id: nobody, words: t('new-accused-nobody') },
            ...choices.staff.map(({ staff, name, post }) => ({
              id: staff,
              words: t('status-who', { name: label(name), post: label(post) }),
            })),
          ]}
          onChange={(staff) => change({ accused: staff === nobody ? null : staff })}
        />
        <Toggle
          label={t('new-confidential')}
          hint={t('new-confidential-hint')}
          isOn={form.confidential}
          onChange={(confidential) => change({ confidential })}
        />
        <Toggle label={t('new-take')} isOn={form.take} onChange={(take) => change({ take })} />
      </DisclosurePanel>
    </Disclosure>
  );
}
