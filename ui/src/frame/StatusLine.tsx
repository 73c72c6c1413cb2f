import { CircleAlert, Cloud, CloudOff, UserRound } from 'lucide-react';
import { Link } from 'wouter';
import { useMe } from '../account/me';
import type { AgreementView } from '../api/generated/AgreementView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { When } from '../shared/When';

function LinkWords({ agreement }: { agreement: AgreementView }) {
  const { t } = useWords();
  const { link, last_contact: last } = agreement;
  if (link.link === 'online') {
    return (
      <span>
        <Cloud aria-hidden />
        {t('link-online')}
      </span>
    );
  }
  return (
    <span className="status-away">
      <CloudOff aria-hidden />
      {t(`link-${link.link}`)}
      {last !== null && (
        <>
          <span aria-hidden>·</span>
          {t('status-last-contact')} <When at={last} as="since" />
        </>
      )}
    </span>
  );
}

/** Connected or since when not, what waits to be sent, who is signed in. */
export function StatusLine({ agreement }: { agreement: AgreementView | undefined }) {
  const { t } = useWords();
  const label = useLabel();
  const me = useMe();
  const attention = agreement?.attention ?? 0;
  const pending = agreement?.pending ?? 0;
  return (
    <footer className="status">
      {agreement && <LinkWords agreement={agreement} />}
      {pending > 0 && <Link href="/agreement">{t('status-pending', { count: pending })}</Link>}
      {attention > 0 && (
        <Link href="/agreement" className="status-lost">
          <CircleAlert aria-hidden />
          {t('status-attention', { count: attention })}
        </Link>
      )}
      <span className="status-who">
        <UserRound aria-hidden />
        {t('status-who', { name: label(me.name), post: label(me.post) })}
      </span>
    </footer>
  );
}
