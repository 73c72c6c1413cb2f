import type { CaseView } from '../api/generated/CaseView';
import { useCommand } from '../commands/use-command';
import { withoutIsolation } from '../i18n/direction';
import { useWords } from '../i18n/words';
import { announce } from '../shared/announce';
import { plainText } from '../shared/subject';

/** One key copies the reference; pressed twice it brings the subject along. */
export function useCopyReference(view: CaseView) {
  const { t, language } = useWords();
  const copy = (text: string) => {
    void navigator.clipboard.writeText(withoutIsolation(text));
    announce(t('case-copied'));
  };
  useCommand('copy-reference', () => copy(view.row.reference));
  useCommand('copy-with-title', () =>
    copy(`${view.row.reference} ${plainText(view.subject, language)}`),
  );
}
