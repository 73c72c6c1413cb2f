import type { HolderView } from '../api/generated/HolderView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';

/** Who the hour belongs to, by name where there is one. */
export function useHolderWords(): (holder: HolderView) => string {
  const { t } = useWords();
  const label = useLabel();
  return ({ holder, who, me }) => {
    if (me) return t('holder-me');
    if (!who) return t(`holder-${holder.holder}`);
    if (holder.holder === 'approver') return t('holder-approver-named', { post: label(who.post) });
    return who.staff === null ? label(who.post) : label(who.name);
  };
}
