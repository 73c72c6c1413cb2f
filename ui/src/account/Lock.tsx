import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Welcome } from './Welcome';
import { useSessionAction } from './use-session';
import { signOut, unlock, type SessionView } from '../api/session';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Field } from '../shared/Field';

/** Locking is not signing out: everything stays, and nothing is shown. */
export function Lock({ session }: { session: SessionView }) {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const opening = useSessionAction(unlock);
  const leaving = useSessionAction(signOut);
  return (
    <Welcome title={t('lock-title', { name: session.who?.name ?? session.account ?? '' })}>
      <p className="quiet">{t('lock-words')}</p>
      <Form
        className="welcome-form"
        onSubmit={(event) => {
          event.preventDefault();
          opening.mutate(password);
        }}
      >
        <Field
          label={t('sign-in-password')}
          value={password}
          onChange={setPassword}
          type="password"
          ltr
          autoComplete="current-password"
          autoFocus
        />
        <Fault error={opening.error ?? leaving.error} />
        <div className="buttons">
          <Button type="submit" look="filled" isDisabled={opening.isPending}>
            <LockOpen aria-hidden />
            {t('lock-open')}
          </Button>
          <Button look="bare" onPress={() => leaving.mutate(undefined)}>
            {t('sign-out')}
          </Button>
        </div>
      </Form>
    </Welcome>
  );
}
