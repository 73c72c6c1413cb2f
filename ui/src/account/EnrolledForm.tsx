import { LockOpen } from 'lucide-react';
import { useState } from 'react';
import { PasswordForm } from './PasswordForm';
import type { EnrolledUser } from '../api/generated/EnrolledUser';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Pick } from '../shared/Pick';

interface EnrolledFormProps {
  users: EnrolledUser[];
  onAnother: () => void;
}

const idOf = ({ agency, staff }: EnrolledUser) => `${agency}/${staff}`;

/** Somebody known on this computer: the password is enough, with or without the network. */
export function EnrolledForm({ users, onAnother }: EnrolledFormProps) {
  const { t } = useWords();
  const label = useLabel();
  const [chosen, setChosen] = useState(users[0]);
  if (!chosen) return null;
  return (
    <>
      {users.length > 1 ? (
        <Pick
          label={t('sign-in-who')}
          value={idOf(chosen)}
          options={users.map((user) => ({
            id: idOf(user),
            words: user.name ? label(user.name) : user.staff,
          }))}
          onChange={(id) => setChosen(users.find((user) => idOf(user) === id) ?? chosen)}
        />
      ) : (
        <p className="welcome-who">{chosen.name ? label(chosen.name) : chosen.staff}</p>
      )}
      <PasswordForm user={chosen} icon={<LockOpen aria-hidden />} open={t('lock-open')}>
        <Button look="bare" onPress={onAnother}>
          {t('sign-in-another')}
        </Button>
      </PasswordForm>
    </>
  );
}
