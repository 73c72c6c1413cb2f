import { CloudOff, Inbox, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { useFailureWords } from './failure';
import { useWords } from '../i18n/words';

/** Says what will appear here, and offers the first step. */
export function Empty({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <div className="state">
      <Inbox aria-hidden />
      <p>{words}</p>
      {children}
    </div>
  );
}

export function Loading() {
  const { t } = useWords();
  return (
    <div className="state">
      <LoaderCircle aria-hidden />
      <p>{t('state-loading')}</p>
    </div>
  );
}

/** Says what happened and what to do. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useWords();
  const words = useFailureWords();
  return (
    <div className="state">
      <TriangleAlert aria-hidden />
      <p>{words(error)}</p>
      {again && <Button onPress={again}>{t('state-try-again')}</Button>}
    </div>
  );
}

/** What is shown is what this computer knew last. */
export function OfflineHint({ words }: { words: string }) {
  return (
    <p className="hint hint-near">
      <CloudOff aria-hidden />
      {words}
    </p>
  );
}
