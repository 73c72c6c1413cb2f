import { useMutation } from '@tanstack/react-query';
import { Download, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Attention } from './Attention';
import { Pending } from './Pending';
import { Recovery } from './Recovery';
import { SignInAgain } from './SignInAgain';
import { call } from '../api/commands';
import type { AgreementView } from '../api/generated/AgreementView';
import { useAgreement, useWaiting } from '../api/queries';
import { useWords } from '../i18n/words';
import { announce } from '../shared/announce';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Failed, Loading, OfflineHint } from '../shared/states';
import { When } from '../shared/When';

/** Beyond this the computer's clock is worth a word, in seconds. */
const clockWorthSaying = 120;

function Facts({ view }: { view: AgreementView }) {
  const { t } = useWords();
  const minutes = Math.round(Math.abs(view.clock_off_seconds) / 60);
  return (
    <dl className="read-back">
      <dt>{t('agreement-link')}</dt>
      <dd>{t(`link-${view.link.link}`)}</dd>
      <dt>{t('agreement-last')}</dt>
      <dd>{view.last_contact === null ? t('agreement-never') : <When at={view.last_contact} />}</dd>
      <dt>{t('agreement-lease')}</dt>
      <dd>
        <When at={view.lease_until} />
      </dd>
      {Math.abs(view.clock_off_seconds) > clockWorthSaying && (
        <>
          <dt>{t('agreement-clock')}</dt>
          <dd>{t('agreement-clock-off', { count: minutes })}</dd>
        </>
      )}
      {view.progress && (
        <>
          <dt>{t('agreement-first')}</dt>
          <dd>
            <progress value={view.progress.done} max={Math.max(1, view.progress.total)} />{' '}
            {t('agreement-progress', { done: view.progress.done, total: view.progress.total })}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Rows of each list before more are asked for. */
const waitingRows = 200;

/** Both lists; where more has piled up than is shown, it says so and offers the rest. */
function Waiting({ attention, pending }: { attention: number; pending: number }) {
  const [limit, setLimit] = useState(waitingRows);
  const { data: waiting, error, refetch } = useWaiting(limit);
  const more = () => setLimit(limit + waitingRows);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!waiting) return <Loading />;
  return (
    <>
      <Attention items={waiting.attention} of={attention} more={more} />
      <Pending items={waiting.pending} of={pending} more={more} />
    </>
  );
}

/** Last contact, what waits and its state in words, what needs attention with whole texts. */
export function AgreementScreen() {
  const { t } = useWords();
  const { data: view, error, refetch } = useAgreement();
  const agreeing = useMutation({ mutationFn: () => call('agree_now', {}) });
  const exporting = useMutation({
    mutationFn: () => call('export_unsent', {}),
    onSuccess: (name) => {
      if (name !== null) announce(t('agreement-exported', { name }));
    },
  });
  const signIn = view?.link.link === 'sign_in_needed' || view?.link.link === 'session_ended';
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (!view) return <Loading />;
  return (
    <main className="page" tabIndex={-1}>
      <div className="page-body">
        <h1>{t('place-agreement')}</h1>
        {view.link.link === 'offline' && <OfflineHint words={t('agreement-offline')} />}
        {view.recovery && <Recovery recovery={view.recovery} />}
        <Facts view={view} />
        {signIn && <SignInAgain />}
        <div className="buttons">
          <Button
            look={signIn ? 'plain' : 'filled'}
            onPress={() => agreeing.mutate()}
            isDisabled={agreeing.isPending}
          >
            <RefreshCw aria-hidden />
            {t('agreement-now')}
          </Button>
          <Button onPress={() => exporting.mutate()}>
            <Download aria-hidden />
            {t('agreement-export')}
          </Button>
        </div>
        <Fault error={agreeing.error ?? exporting.error} />
        <Waiting attention={view.attention} pending={view.pending} />
      </div>
    </main>
  );
}
