import { useState } from 'react';
import { FormFoot } from './FormFoot';
import type { FormProps } from './form-props';
import { useAct } from './use-act';
import type { Address } from '../api/generated/Address';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Field } from '../shared/Field';
import { Toggle } from '../shared/Toggle';
import { Writing } from '../shared/Writing';

/** Corrects the phones and mail addresses of the person, with how we know. */
export function PersonForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const [phone, setPhone] = useState('');
  const [mail, setMail] = useState('');
  const [ended, setEnded] = useState<string[]>([]);
  const [because, setBecause] = useState('');
  const acting = useAct(view);
  const current = (view.person?.identifiers ?? []).filter(({ kind }) => kind !== 'national_id');
  const typed: Address[] = [
    { kind: 'phone', value: phone },
    { kind: 'mail', value: mail },
  ];
  const add = typed.filter(({ value }) => value.trim() !== '');
  const end: Address[] = current.filter(({ value }) => ended.includes(value));
  const isReady = add.length + end.length > 0 && because.trim() !== '' && !acting.isPending;
  const save = () =>
    acting.mutate(
      {
        act: {
          act: 'correct_person',
          correction: {
            add,
            end: end.map(({ kind, value }) => ({ kind, value })),
            because,
          },
        },
        words: t('done-correct_person'),
      },
      { onSuccess: onClose },
    );
  useCommand('send', save, isReady);
  return (
    <>
      <div className="form-row">
        <Field
          label={t('person-new-phone')}
          value={phone}
          onChange={setPhone}
          type="tel"
          ltr
          autoFocus
        />
        <Field label={t('person-new-mail')} value={mail} onChange={setMail} type="email" ltr />
      </div>
      {current.map(({ value }) => (
        <Toggle
          key={value}
          label={t('person-end', { value })}
          isOn={ended.includes(value)}
          onChange={(isOn) =>
            setEnded(isOn ? [...ended, value] : ended.filter((one) => one !== value))
          }
        />
      ))}
      <Writing label={t('person-because')} value={because} onChange={setBecause} />
      <FormFoot
        go={t('person-save')}
        onGo={save}
        isReady={isReady}
        error={acting.error}
        onClose={onClose}
      />
    </>
  );
}
