import { useState } from 'react';
import { FormFoot } from './FormFoot';
import type { FormProps } from './form-props';
import { useAct } from './use-act';
import type { Channel } from '../api/generated/Channel';
import type { ContactDirection } from '../api/generated/ContactDirection';
import type { ContactOutcome } from '../api/generated/ContactOutcome';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { Writing } from '../shared/Writing';

const channels: Channel[] = ['phone', 'branch', 'mail', 'social', 'sms'];
const outcomes: ContactOutcome[] = ['spoke', 'message', 'no_answer'];
const directions: ContactDirection[] = ['inbound', 'outbound'];

/** The same matter again: nothing that is known is asked (R01). */
export function ContactForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const [direction, setDirection] = useState<ContactDirection>('inbound');
  const [channel, setChannel] = useState<Channel>('phone');
  const [outcome, setOutcome] = useState<ContactOutcome>('spoke');
  const [words, setWords] = useState('');
  const acting = useAct(view);
  const record = () =>
    acting.mutate(
      {
        act: { act: 'contact', channel, direction, outcome, own_words: words, cost: null },
        words: t('done-contact'),
      },
      { onSuccess: onClose },
    );
  useCommand('send', record);
  return (
    <>
      <div className="form-row">
        <Choice
          label={t('contact-direction')}
          value={direction}
          options={directions.map((id) => ({ id, words: t(`direction-${id}`) }))}
          onChange={setDirection}
        />
        <Choice
          label={t('contact-channel')}
          value={channel}
          options={channels.map((id) => ({ id, words: t(`channel-${id}`) }))}
          onChange={setChannel}
        />
        {direction === 'outbound' && (
          <Choice
            label={t('contact-outcome')}
            value={outcome}
            options={outcomes.map((id) => ({ id, words: t(`outcome-${id}`) }))}
            onChange={setOutcome}
          />
        )}
      </div>
      <Writing
        label={t('contact-words')}
        value={words}
        onChange={setWords}
        placeholder={t('contact-words-hint')}
        autoFocus
      />
      <FormFoot
        go={t('contact-record')}
        onGo={record}
        isReady={!acting.isPending}
        error={acting.error}
        onClose={onClose}
      />
    </>
  );
}
