import { ChevronDown, LogIn } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  Disclosure,
  DisclosurePanel,
  Form,
  Heading,
} from 'react-aria-components';
import { asksForOld, OldPassword } from './OldPassword';
import { signIn } from './sign-in';
import { useSessionAction } from './use-session';
import type { AgencyChoice } from '../api/generated/AgencyChoice';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Field } from '../shared/Field';
import { Pick } from '../shared/Pick';
import { Toggle } from '../shared/Toggle';

export interface NewAccount {
  agency: string;
  staff: string;
  password: string;
  code: string;
}

interface NewFormProps {
  account: NewAccount;
  onChange: (account: NewAccount) => void;
  agencies: AgencyChoice[];
  /** Back to those enrolled here, when there are any. */
  onBack?: () => void;
}

/** Signs in with the platform, and enrols this computer when a code is given. */
export function NewForm({ account, onChange, agencies, onBack }: NewFormProps) {
  const { t } = useWords();
  const label = useLabel();
  const [alone, setAlone] = useState(false);
  const [old, setOld] = useState('');
  const entering = useSessionAction(() => signIn(account, { code: account.code, alone, old }));
  const change = (part: Partial<NewAccount>) => onChange({ ...account, ...part });
  return (
    <Form
      className="welcome-form"
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate();
      }}
    >
      {agencies.length > 0 ? (
        <Pick
          label={t('sign-in-agency')}
          value={account.agency}
          options={agencies.map(({ agency, name }) => ({ id: agency, words: label(name) }))}
          onChange={(agency) => change({ agency })}
        />
      ) : (
        <Field
          label={t('sign-in-agency')}
          value={account.agency}
          onChange={(agency) => change({ agency })}
          ltr
        />
      )}
      <Field
        label={t('sign-in-account')}
        value={account.staff}
        onChange={(staff) => change({ staff })}
        ltr
        autoComplete="username"
        autoFocus
      />
      <Field
        label={t('sign-in-password')}
        value={account.password}
        onChange={(password) => change({ password })}
        type="password"
        ltr
        autoComplete="current-password"
      />
      <Field
        label={t('sign-in-code')}
        hint={t('sign-in-code-hint')}
        value={account.code}
        onChange={(code) => change({ code })}
        ltr
        autoComplete="one-time-code"
      />
      <Disclosure className="more">
        <Heading level={2}>
          <AriaButton slot="trigger" className="button button-bare button-small">
            <ChevronDown aria-hidden />
            {t('sign-in-more')}
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <Toggle
            label={t('sign-in-alone')}
            hint={t('sign-in-alone-hint')}
            isOn={alone}
            onChange={setAlone}
          />
        </DisclosurePanel>
      </Disclosure>
      <Fault error={entering.error} />
      {(asksForOld(entering.error) || old !== '') && <OldPassword value={old} onChange={setOld} />}
      <div className="buttons">
        <Button type="submit" look="filled" isDisabled={entering.isPending}>
          <LogIn aria-hidden className="flips" />
          {t('sign-in')}
        </Button>
        {onBack && (
          <Button look="bare" onPress={onBack}>
            {t('sign-in-back')}
          </Button>
        )}
      </div>
    </Form>
  );
}
