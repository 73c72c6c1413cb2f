import { useState } from 'react';
import { Lookup } from './Lookup';
import { NewCaseForm } from './NewCaseForm';
import { ReadBack } from './ReadBack';
import { call } from '../api/commands';
import type { PersonView } from '../api/generated/PersonView';
import { useCase } from '../api/queries';
import { ContactForm } from '../case/ContactForm';
import { IdentityBar } from '../case/IdentityBar';
import { Story } from '../case/Story';
import { Panes } from '../frame/Panes';
import { useWords } from '../i18n/words';
import { Empty, Loading } from '../shared/states';
import { useQuery } from '@tanstack/react-query';

/** What stands beside the lookup: nothing, a new case, the same matter again, or what to read back. */
export type Step =
  | { step: 'look' }
  | { step: 'new'; person: PersonView | null; phone: string }
  | { step: 'again'; case: string }
  | { step: 'read'; case: string };

function SameMatter({ id, onDone }: { id: string; onDone: () => void }) {
  const { data: view } = useCase(id);
  if (!view) return <Loading />;
  return (
    <div className="case case-again">
      <IdentityBar view={view} />
      <Story story={view.story} />
      <div className="foot">
        <ContactForm view={view} onClose={onDone} />
      </div>
    </div>
  );
}

function NewCase({
  step,
  onOpened,
}: {
  step: Step & { step: 'new' };
  onOpened: (id: string) => void;
}) {
  const { data: drafts } = useQuery({
    queryKey: ['intake-drafts'],
    queryFn: () => call('intake_drafts', {}),
    gcTime: 0,
  });
  if (!drafts) return <Loading />;
  return (
    <NewCaseForm person={step.person} phone={step.phone} drafts={drafts} onOpened={onOpened} />
  );
}

/** Phone first: the person and their open cases at once, then the same matter or a new case. */
export function IntakeScreen() {
  const { t } = useWords();
  const [step, setStep] = useState<Step>({ step: 'look' });
  return (
    <Panes
      list={<Lookup onStep={setStep} />}
      main={
        step.step === 'new' ? (
          <NewCase
            key={step.person?.person ?? 'new'}
            step={step}
            onOpened={(id) => setStep({ step: 'read', case: id })}
          />
        ) : step.step === 'again' ? (
          <SameMatter
            key={step.case}
            id={step.case}
            onDone={() => setStep({ step: 'read', case: step.case })}
          />
        ) : step.step === 'read' ? (
          <ReadBack id={step.case} />
        ) : (
          <Empty words={t('intake-empty')} />
        )
      }
    />
  );
}
