import { useState } from 'react';
import { FormFoot } from './FormFoot';
import type { FormProps } from './form-props';
import { useAct } from './use-act';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Writing } from '../shared/Writing';

/** Gives the case back to the unit, with what the next owner should know. */
export function ReleaseForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const [because, setBecause] = useState('');
  const acting = useAct(view);
  const isReady = because.trim() !== '' && !acting.isPending;
  const release = () =>
    acting.mutate(
      { act: { act: 'release', because }, words: t('done-release') },
      { onSuccess: onClose },
    );
  useCommand('send', release, isReady);
  return (
    <>
      <Writing label={t('release-because')} value={because} onChange={setBecause} autoFocus />
      <FormFoot
        go={t('act-release')}
        onGo={release}
        isReady={isReady}
        error={acting.error}
        onClose={onClose}
      />
    </>
  );
}
