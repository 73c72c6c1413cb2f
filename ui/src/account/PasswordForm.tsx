import { useState, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { asksForOld, OldPassword } from './OldPassword';
import { signIn } from './sign-in';
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

interface Typed {
  password: string;
  /** What opened this computer before. */
  old: string;
  /** The platform is asked, whatever this computer says. */
  online: boolean;
}

function enter({ agency, staff }: EnrolledUser, { password, old, online }: Typed) {
  if (!online) return call('unlock', { input: { agency, staff, password } });
  return signIn({ agency, staff, password }, { old });
}

/** One password, for somebody whose desk is on this computer. */
export function PasswordForm({ user, icon, open, children }: PasswordFormProps) {
  const { t } = useWords();
  const [password, setPassword] = useState('');
  const [old, setOld] = useState('');
  const [changed, setChanged] = useState(false);
  const online = changed || user.offline_unlock === 'off';
  const opening = useSessionAction(() => enter(user, { password, old, online }));
  const ask = () => {
    opening.reset();
    setChanged(true);
  };
  const refused = refusalOf(opening.error)?.code === 'wrong_password';
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
      {(changed || asksForOld(opening.error)) && <OldPassword value={old} onChange={setOld} />}
      {!online && refused && (
        <p>
          <Button look="bare" small onPress={ask}>
            {t('sign-in-changed')}
          </Button>
        </p>
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
