import { CircleAlert, Cloud, CloudOff, UserRound } from 'lucide-react';
import { Link } from 'wouter';
import type { StatusView } from '../api/agreement';
import type { SignedIn } from '../api/session';
import { useWords } from '../i18n/words';
import { When } from '../shared/When';

interface StatusLineProps {
  status: StatusView | undefined;
  who: SignedIn;
}

function Contact({ status }: { status: StatusView }) {
  const { t } = useWords();
  if (status.connected) {
    return (
      <span>
        <Cloud aria-hidden />
        {t('status-connected')}
      </span>
    );
  }
  return (
    <span className="status-away">
      <CloudOff aria-hidden />
      {status.last_contact === null ? (
        t('status-never')
      ) : (
        <>
          {t('status-away')} <When at={status.last_contact} as="since" />
        </>
      )}
    </span>
  );
}

/** Connected or since when not, what waits to be sent, who is signed in. */
export function StatusLine({ status, who }: StatusLineProps) {
  const { t } = useWords();
  return (
    <footer className="status">
      {status && <Contact status={status} />}
      {status && status.pending > 0 && (
        <Link href="/agreement">{t('status-pending', { count: status.pending })}</Link>
      )}
      {status && status.attention > 0 && (
        <Link href="/agreement" className="status-lost">
          <CircleAlert aria-hidden />
          {t('status-attention', { count: status.attention })}
        </Link>
      )}
      <span className="status-who">
        <UserRound aria-hidden />
        {t('status-who', { name: who.name, post: who.post })}
      </span>
    </footer>
  );
}
