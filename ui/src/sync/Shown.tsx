import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';

/** Says that more has piled up than the list shows, and offers the next rows. */
export function Shown({ shown, of, more }: { shown: number; of: number; more: () => void }) {
  const { t } = useWords();
  if (of <= shown) return null;
  return (
    <p className="quiet">
      {t('waiting-shown', { shown, total: of })}{' '}
      <Button small onPress={more}>
        {t('waiting-more')}
      </Button>
    </p>
  );
}
