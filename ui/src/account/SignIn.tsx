import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { DemoAccounts } from './DemoAccounts';
import { Welcome } from './Welcome';
import { useSessionAction } from './use-session';
import { signIn, type SessionView } from '../api/session';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { Fault } from '../shared/Fault';
import { Toggle } from '../shared/Toggle';

export function SignIn({ session }: { session: SessionView }) {
  const { t } = useWords();
  const [account, setAccount] = useState(session.account ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [offline, setOffline] = useState(true);
  const entering = useSessionAction(signIn);
  return (
    <Welcome title={t('sign-in-title')}>
      <Form
        className="welcome-form"
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate({ account, password, code, offline });
        }}
      >
        <Field
          label={t('sign-in-account')}
          value={account}
          onChange={setAccount}
          ltr
          autoComplete="username"
          autoFocus
        />
        <Field
          label={t('sign-in-password')}
          value={password}
          onChange={setPassword}
          type="password"
          ltr
          autoComplete="current-password"
        />
        <Field
          label={t('sign-in-code')}
          hint={t('sign-in-code-hint')}
          value={code}
          onChange={setCode}
          ltr
          autoComplete="one-time-code"
        />
        <Toggle
          label={t('sign-in-offline')}
          hint={t('sign-in-offline-hint')}
          isOn={offline}
          onChange={setOffline}
        />
        <Fault error={entering.error} />
        <Button type="submit" look="filled" isDisabled={entering.isPending}>
          <LogIn aria-hidden className="flips" />
          {t('sign-in')}
        </Button>
      </Form>
      <DemoAccounts
        accounts={session.demo}
        onChoose={(chosen) => {
          setAccount(chosen.account);
          setPassword(chosen.password);
        }}
      />
    </Welcome>
  );
}
