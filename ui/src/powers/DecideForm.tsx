import { useMutation } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { LetterPart } from './LetterPart';
import { Points } from './Points';
import { Remedies } from './Remedies';
import { useDecision } from './use-decision';
import { useNextCase } from './use-next-case';
import { call } from '../api/commands';
import type { RootCause } from '../api/generated/RootCause';
import { FormFoot } from '../case/FormFoot';
import type { FormProps } from '../case/form-props';
import { useSaved } from '../case/use-act';
import { useCommand } from '../commands/use-command';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { useCheck } from '../reply/use-check';
import { Hints } from '../reply/Hints';
import { DraftState } from '../shared/DraftState';
import { Field } from '../shared/Field';
import { Pick } from '../shared/Pick';
import { Proposed } from '../shared/Proposed';

const causes: RootCause[] = ['policy', 'system', 'other_unit', 'staff', 'third_party', 'person'];

function goWords(up: boolean, isNone: boolean) {
  if (up) return 'decide-request';
  return isNone ? 'decide-send' : 'decide-do';
}

/** One action, judged whole: remedies, points, cause, grounds and the exact letter. */
export function DecideForm({ view, onClose }: FormProps) {
  const { t } = useWords();
  const label = useLabel();
  const saved = useSaved();
  const [, go] = useLocation();
  const next = useNextCase(view.row.case);
  const form = useDecision(view);
  const { decision, change, draft, overrides } = form;
  const key = JSON.stringify([decision, overrides]);
  const check = useCheck(key, () => call('check_decision', { input: form.input() }));
  const up = check?.needs_approval ?? view.powers.approval_demanded;
  const sending = useMutation({
    mutationFn: async () => {
      await draft.flush();
      return call(up ? 'request_approval' : 'decide_case', { input: form.input() });
    },
    onSuccess: (answer) => {
      draft.forget();
      const words = t(up ? 'done-request' : 'done-decide');
      saved(answer, words, next === undefined ? undefined : view.row);
      onClose();
      if (next !== undefined) go(`/desk/${next}`);
    },
  });
  const send = () => sending.mutate();
  useCommand('send', send, !sending.isPending);
  const approver = check?.approver;
  return (
    <div className="decide">
      <Remedies view={view} form={form} />
      <Points view={view} form={form} />
      <section className="decide-pair">
        <div className="with-mark cause">
          <Pick
            label={t('decide-cause')}
            value={decision.cause}
            options={causes.map((id) => ({ id, words: t(`cause-${id}`) }))}
            onChange={(cause) => change({ cause })}
          />
        </div>
        <div className="with-mark">
          <Field
            label={t('decide-grounds')}
            value={form.grounds}
            onChange={(grounds) => change({ grounds })}
          />
          {decision.grounds === null && form.grounds !== '' && <Proposed />}
        </div>
      </section>
      <LetterPart category={view.category} form={form} facts={check?.facts ?? []} />
      {check && (
        <Hints
          hints={check.hints.filter(({ refusal }) => !(up && refusal.code === 'approval_demanded'))}
          overrides={overrides}
          onOverride={(code) => form.setOverrides([...overrides, code])}
        />
      )}
      {up && approver && (
        <p className="field-hint">
          {t('decide-asked', { name: label(approver.name), post: label(approver.post) })}
        </p>
      )}
      <FormFoot
        go={t(goWords(up, decision.none_because !== null))}
        onGo={send}
        isReady={!sending.isPending}
        error={sending.error}
        onClose={onClose}
      >
        <DraftState state={draft.state} isEmpty={draft.text === ''} />
      </FormFoot>
    </div>
  );
}
