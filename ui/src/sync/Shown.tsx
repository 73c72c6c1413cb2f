import { useWords } from '../i18n/words';

/** Says that more has piled up than the list shows. */
export function Shown({ shown, of }: { shown: number; of: number }) {
  const { t } = useWords();
  if (of <= shown) return null;
  return <p className="quiet">{t('waiting-shown', { shown, total: of })}</p>;
}
