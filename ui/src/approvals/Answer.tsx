import { useMutation } from '@tanstack/react-query';
import { Check, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../api/commands';
import type { ApprovalAnswer } from '../api/generated/ApprovalAnswer';
import type { ApprovalView } from '../api/generated/ApprovalView';
import { useCase } from '../api/queries';
import { useSaved } from '../case/use-act';
import { FormFoot } from '../case/FormFoot';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { Writing } from '../shared/Writing';

type Form = 'return' | 'refuse';

/** The answer to a request that was read whole. */
function useAnswer(view: ApprovalView) {
  const { t } = useWords();
  const [, go] = useLocation();
  const saved = useSaved();
  const { data: ofCase } = useCase(view.head.row.case);
  return useMutation({
    mutationFn: (answer: ApprovalAnswer) => {
      const { approval, row } = view.head;
      const seen = ofCase?.seen ?? { seq: 0, last_inbound: null, last_outbound: null, ordinal: 0 };
      const input = { case: row.case, approval, revision: view.revision, seen, answer };
      return call('answer_approval', { input });
    },
    onSuccess: (result, { answer }) => {
      saved(result, t(`done-approval-${answer}`));
      go('/approvals');
    },
  });
}

function Words({ form, view, onClose }: { form: Form; view: ApprovalView; onClose: () => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const answering = useAnswer(view);
  const isReady = text.trim() !== '' && !answering.isPending;
  const send = () =>
    answering.mutate(
      form === 'return' ? { answer: 'return', note: text } : { answer: 'refuse', reasons: text },
    );
  useCommand('send', send, isReady);
  useCommand('back', onClose);
  return (
    <div className="foot">
      <Writing label={t(`approval-${form}-words`)} value={text} onChange={setText} autoFocus />
      <FormFoot
        go={t(`approval-${form}`)}
        onGo={send}
        isReady={isReady}
        error={answering.error}
        onClose={onClose}
      />
    </div>
  );
}

/** Approve, return with a note, refuse with reasons. */
export function Answer({ view }: { view: ApprovalView }) {
  const { t } = useWords();
  const [form, setForm] = useState<Form | null>(null);
  const answering = useAnswer(view);
  if (!view.mine_to_answer) {
    return <p className="foot quiet">{t(`approval-state-${view.state.state}`)}</p>;
  }
  if (form) return <Words form={form} view={view} onClose={() => setForm(null)} />;
  return (
    <div className="foot">
      <Fault error={answering.error} />
      <div className="buttons">
        <Button
          look="filled"
          onPress={() => answering.mutate({ answer: 'approve' })}
          isDisabled={answering.isPending}
        >
          <Check aria-hidden />
          {t('approval-approve')}
        </Button>
        <Button onPress={() => setForm('return')}>
          <Undo2 aria-hidden className="flips" />
          {t('approval-return')}
        </Button>
        <Button look="grave" onPress={() => setForm('refuse')}>
          <X aria-hidden />
          {t('approval-refuse')}
        </Button>
      </div>
    </div>
  );
}
