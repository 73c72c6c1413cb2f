import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { call } from '../api/commands';
import type { RecoveryView } from '../api/generated/RecoveryView';
import { askAgain } from '../api/queries';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { When } from '../shared/When';

/** This computer's data was an older copy, or is in use elsewhere: what was done, until it is dismissed. */
export function Recovery({ recovery }: { recovery: RecoveryView }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const dismissing = useMutation({
    mutationFn: () => call('dismiss_recovery', {}),
    onSuccess: () => void askAgain(queries),
  });
  return (
    <section className="attention" aria-label={t('recovery-title')}>
      <p className="attention-head">
        <TriangleAlert aria-hidden />
        <strong>{t('recovery-title')}</strong>
        <When at={recovery.at} as="since" />
      </p>
      <p>{t('recovery-recovered', { count: recovery.recovered })}</p>
      <p>{t('recovery-resent', { count: recovery.resent })}</p>
      <div className="buttons">
        <Button small onPress={() => dismissing.mutate()} isDisabled={dismissing.isPending}>
          {t('recovery-dismiss')}
        </Button>
      </div>
      <Fault error={dismissing.error} />
    </section>
  );
}
