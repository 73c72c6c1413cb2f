import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Step } from './IntakeScreen';
import { PersonCases } from './PersonCases';
import { call } from '../api/commands';
import type { LookupView } from '../api/generated/LookupView';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { announce } from '../shared/announce';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';
import { Failed } from '../shared/states';

/** Fewer digits lead to too many people. */
const leastDigits = 6;

function enough(text: string): boolean {
  return [...text.matchAll(/\p{Nd}/gu)].length >= leastDigits || /^rd-?\w/iu.test(text.trim());
}

function useLookup(text: string) {
  return useQuery({
    queryKey: ['lookup', text],
    queryFn: () => call('lookup', { text }),
    enabled: enough(text),
  });
}

function Found({ found, onStep }: { found: LookupView; onStep: (step: Step) => void }) {
  const { t } = useWords();
  const nobody = found.persons.length === 0 && found.cases.length === 0;
  const count = found.persons.reduce((sum, { cases }) => sum + cases.length, found.cases.length);
  useEffect(() => announce(t('lookup-found', { count })), [t, count]);
  const firstOpen = found.persons[0]?.cases.find(({ stage }) => stage !== 'closed');
  useCommand(
    'same-matter',
    () => {
      if (firstOpen) onStep({ step: 'again', case: firstOpen.case });
    },
    firstOpen !== undefined,
  );
  return (
    <div className="found">
      {nobody && <p className="quiet">{t('lookup-nobody')}</p>}
      {found.persons.map((card) => (
        <PersonCases key={card.person.person} card={card} onStep={onStep} />
      ))}
      {found.cases.length > 0 && (
        <PersonCases card={{ person: null, cases: found.cases }} onStep={onStep} />
      )}
      {found.more_at_platform && <p className="field-hint">{t('lookup-more')}</p>}
    </div>
  );
}

/** Any digits, typed or pasted, in any script: a phone, a national id or a reference. */
export function Lookup({ onStep }: { onStep: (step: Step) => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const { data: found, error } = useLookup(text);
  return (
    <div className="inbox">
      <header className="inbox-head">
        <h1>{t('place-intake')}</h1>
        <Field
          label={t('lookup-label')}
          hint={t('lookup-hint')}
          type="tel"
          ltr
          value={text}
          onChange={setText}
          autoFocus
        />
      </header>
      <div className="lookup">
        {error ? <Failed error={error} /> : found && <Found found={found} onStep={onStep} />}
        <Button
          look={found?.persons.length === 0 ? 'filled' : 'plain'}
          onPress={() => onStep({ step: 'new', person: null, phone: found?.phone ?? text })}
        >
          <Plus aria-hidden />
          {t('lookup-new-person')}
        </Button>
      </div>
    </div>
  );
}
