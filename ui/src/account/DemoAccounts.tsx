import type { DemoChoice } from '../api/generated/DemoChoice';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';

interface DemoAccountsProps {
  accounts: DemoChoice[];
  onChoose: (account: DemoChoice) => void;
}

/** Only when the platform itself says that it is a demonstration. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const { t } = useWords();
  const label = useLabel();
  if (accounts.length === 0) return null;
  return (
    <section className="welcome-demo">
      <h2 className="label">{t('sign-in-demo')}</h2>
      <ul>
        {accounts.map((account) => (
          <li key={`${account.agency}/${account.staff}`}>
            <Button look="bare" small onPress={() => onChoose(account)}>
              <span>{label(account.name)}</span>
              <span className="quiet">{label(account.post)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
