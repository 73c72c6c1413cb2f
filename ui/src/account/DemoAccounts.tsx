import type { DemoAccount } from '../api/session';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';

interface DemoAccountsProps {
  accounts: DemoAccount[];
  onChoose: (account: DemoAccount) => void;
}

/** Only when the platform itself says that it is a demonstration. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const { t } = useWords();
  if (accounts.length === 0) return null;
  return (
    <section className="welcome-demo">
      <h2 className="label">{t('sign-in-demo')}</h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.account}>
            <Button look="bare" small onPress={() => onChoose(account)}>
              <span>{account.post}</span>
              <bdi dir="ltr" className="quiet">
                {account.account}
              </bdi>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
