import { useState } from 'react';
import { DemoAccounts } from './DemoAccounts';
import { EnrolledForm } from './EnrolledForm';
import { NewForm, type NewAccount } from './NewForm';
import { Welcome } from './Welcome';
import type { SessionView } from '../api/generated/SessionView';
import { useWords } from '../i18n/words';
import { OfflineHint } from '../shared/states';

type SignedOut = Extract<SessionView, { state: 'signed_out' }>;

function begin(session: SignedOut): NewAccount {
  return { agency: session.platform?.agencies[0]?.agency ?? '', staff: '', password: '', code: '' };
}

/** Whoever is enrolled here opens their desk; anybody else signs in with the platform first. */
export function SignIn({ session }: { session: SignedOut }) {
  const { t } = useWords();
  const [account, setAccount] = useState(() => begin(session));
  const [another, setAnother] = useState(session.users.length === 0);
  return (
    <Welcome title={t('sign-in-title')}>
      {!session.platform && (
        <OfflineHint words={t(another ? 'sign-in-no-platform' : 'sign-in-offline-ok')} />
      )}
      {another ? (
        <NewForm
          account={account}
          onChange={setAccount}
          agencies={session.platform?.agencies ?? []}
          {...(session.users.length > 0 ? { onBack: () => setAnother(false) } : {})}
        />
      ) : (
        <EnrolledForm users={session.users} onAnother={() => setAnother(true)} />
      )}
      {another && (
        <DemoAccounts
          accounts={session.platform?.demo ?? []}
          onChoose={({ agency, staff, password, code }) =>
            setAccount({ agency, staff, password, code })
          }
        />
      )}
      <p className="field-hint">
        {t('sign-in-address')} <bdi dir="ltr">{session.address}</bdi>
      </p>
    </Welcome>
  );
}
