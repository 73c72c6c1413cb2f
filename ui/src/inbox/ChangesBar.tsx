import { useEffect } from 'react';
import type { OrderChange } from './still-order';
import { useCommand } from '../commands/use-command';
import { useWords, type Translate } from '../i18n/words';
import { announce } from '../shared/announce';
import { Button } from '../shared/Button';

function changeWords({ moved, added, gone }: OrderChange, t: Translate): string {
  const parts = [
    moved > 0 && t('changes-moved', { count: moved }),
    added > 0 && t('changes-added', { count: added }),
    gone > 0 && t('changes-gone', { count: gone }),
  ];
  return parts.filter((part) => part !== false).join(t('list-comma'));
}

interface ChangesBarProps {
  change: OrderChange;
  onApply: () => void;
}

/** What changed while the list stood still, brought in by one key. */
export function ChangesBar({ change, onApply }: ChangesBarProps) {
  const { t } = useWords();
  const some = change.moved + change.added + change.gone > 0;
  const words = some ? changeWords(change, t) : '';
  useEffect(() => {
    if (words !== '') announce(words);
  }, [words]);
  useCommand('show-changes', onApply, some);
  if (!some) return null;
  return (
    <div className="changes">
      <span>{words}</span>
      <Button small onPress={onApply}>
        {t('changes-show')}
        <kbd className="cap">{t('key-v')}</kbd>
      </Button>
    </div>
  );
}
