import { useState } from 'react';
import { FormFoot } from './FormFoot';
import type { FormProps } from './form-props';
import { useAct } from './use-act';
import { useChoices } from '../api/queries';
import { useCommand } from '../commands/use-command';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Pick } from '../shared/Pick';

/** Gives the case to a colleague; the load of each is shown. */
export function AssignForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const label = useLabel();
  const { data: choices } = useChoices();
  const [to, setTo] = useState<string | null>(null);
  const acting = useAct(view);
  const assign = () => {
    if (to === null) return;
    acting.mutate({ act: { act: 'assign', to }, words: t('done-assign') }, { onSuccess: onClose });
  };
  useCommand('send', assign, to !== null);
  return (
    <>
      <Pick
        label={t('assign-to')}
        value={to}
        options={(choices?.staff ?? []).map(({ staff, name, post, load }) => ({
          id: staff,
          words: t('assign-colleague', { name: label(name), post: label(post), load }),
        }))}
        onChange={setTo}
      />
      <FormFoot
        go={t('assign-do')}
        onGo={assign}
        isReady={to !== null && !acting.isPending}
        error={acting.error}
        onClose={onClose}
      />
    </>
  );
}
