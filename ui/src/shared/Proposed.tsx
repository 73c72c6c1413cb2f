import { Sparkle } from 'lucide-react';
import { useWords } from '../i18n/words';

/** Marks a value that nobody has chosen yet. */
export function Proposed() {
  const { t } = useWords();
  return (
    <span className="proposed">
      <Sparkle aria-hidden />
      {t('proposed')}
    </span>
  );
}
