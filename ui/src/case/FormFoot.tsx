import type { ReactNode } from 'react';
import { KeyCaps } from '../commands/KeyCaps';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';

interface FormFootProps {
  /** The verb of the one filled button. */
  go: string;
  onGo: () => void;
  isReady: boolean;
  error: unknown;
  onClose: () => void;
  children?: ReactNode;
}

/** The end of every form at the foot of a case: the verb, the way out, what went wrong. */
export function FormFoot({ go, onGo, isReady, error, onClose, children }: FormFootProps) {
  const { t } = useWords();
  return (
    <div className="form-foot">
      <Fault error={error} />
      <div className="buttons">
        <Button look="filled" onPress={onGo} isDisabled={!isReady}>
          {go}
        </Button>
        <KeyCaps binding="$mod+Enter" />
        <Button look="bare" onPress={onClose}>
          {t('form-close')}
        </Button>
        {children}
      </div>
    </div>
  );
}
