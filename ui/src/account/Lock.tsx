import { LockOpen } from 'lucide-react';
import { PasswordForm } from './PasswordForm';
import { Welcome } from './Welcome';
import { useSessionAction } from './use-session';
import { call } from '../api/commands';
import type { EnrolledUser } from '../api/generated/EnrolledUser';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';

/** Locking is not signing out: everything stays, and nothing is shown. */
export function Lock({ user }: { user: EnrolledUser }) {
  const { t } = useWords();
  const label = useLabel();
  const leaving = useSessionAction(() => call('sign_out', {}));
  return (
    <Welcome title={t('lock-title')}>
      <p className="welcome-who">{user.name ? label(user.name) : user.staff}</p>
      <p className="quiet">{t('lock-words')}</p>
      <PasswordForm user={user} icon={<LockOpen aria-hidden />} open={t('lock-open')}>
        <Button look="bare" onPress={() => leaving.mutate()}>
          {t('sign-out')}
        </Button>
      </PasswordForm>
      <Fault error={leaving.error} />
    </Welcome>
  );
}
