import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { useSessionAction } from './use-session';
import { call } from '../api/commands';
import type { EnrolledUser } from '../api/generated/EnrolledUser';
import { refusalOf } from '../shared/failure';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Field } from '../shared/Field';

interface PasswordFormProps {
  user: EnrolledUser;
  icon: ReactNode;
  open: string;
  children?: ReactNode;
}

function enter(user: EnrolledUser, password: string) {
  const { agency, staff } = user;
  if (user.offline_unlock !== 'off') return call('unlock', { input: { agency, staff, password } });
  return call('sign_in', {
    input: { agency, staff, password, code: null, accept_password_only: false },
  });
}

/** One password, for somebody whose desk is on this computer. */
export function PasswordForm({ user, icon, open, children }: PasswordFormProps) {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const opening = useSessionAction(() => enter(user, password));
  return (
    <Form
      className="welcome-form"
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate();
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
        {...(user.offline_unlock === 'off' ? { hint: t('sign-in-needs-network') } : {})}
      />
      <Fault error={opening.error} />
      {user.offline_unlock !== 'off' && refusalOf(opening.error)?.code === 'wrong_password' && (
        <p className="field-hint">{t('sign-in-old-password')}</p>
      )}
      <div className="buttons">
        <Button type="submit" look="filled" isDisabled={opening.isPending}>
          {icon}
          {open}
        </Button>
        {children}
      </div>
    </Form>
  );
}
