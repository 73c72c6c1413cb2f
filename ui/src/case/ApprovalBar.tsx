import { useMutation } from '@tanstack/react-query';
import { Stamp } from 'lucide-react';
import { useSaved } from './use-act';
import { call } from '../api/commands';
import type { CaseApproval } from '../api/generated/CaseApproval';
import type { CaseView } from '../api/generated/CaseView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { When } from '../shared/When';

interface ApprovalBarProps {
  view: CaseView;
  onRevise: () => void;
}

function Waiting({ view, approval }: { view: CaseView; approval: CaseApproval }) {
  const { t } = useWords();
  const label = useLabel();
  const saved = useSaved();
  const recalling = useMutation({
    mutationFn: () =>
      call('answer_approval', {
        input: {
          case: view.row.case,
          approval: approval.approval,
          revision: approval.revision,
          seen: view.seen,
          answer: { answer: 'recall' },
        },
      }),
    onSuccess: (answer) => saved(answer, t('done-approval-recall')),
  });
  return (
    <>
      <Stamp aria-hidden />
      <span className="hint-words">
        {approval.of
          ? t('approval-waits-for', {
              name: label(approval.of.name),
              post: label(approval.of.post),
            })
          : t('approval-waits')}{' '}
        · <When at={approval.asked_at} as="since" /> · {t('approval-passes')}{' '}
        <When at={approval.limit} as="near" />
      </span>
      {approval.mine && (
        <Button small onPress={() => recalling.mutate()} isDisabled={recalling.isPending}>
          {t('approval-recall')}
        </Button>
      )}
      <Fault error={recalling.error} />
    </>
  );
}

/** Where the last approval of the case stands, while that is of use. */
export function ApprovalBar({ view, onRevise }: ApprovalBarProps) {
  const { t } = useWords();
  const last = view.approvals.at(-1);
  if (!last || view.row.stage === 'closed') return null;
  const { state } = last;
  if (state.state === 'waiting') {
    return (
      <div className="hint hint-near">
        <Waiting view={view} approval={last} />
      </div>
    );
  }
  if (!last.mine || (state.state !== 'returned' && state.state !== 'refused')) return null;
  return (
    <div className="hint hint-near">
      <Stamp aria-hidden />
      <span className="hint-words">
        {t(`approval-state-${state.state}`)}{' '}
        <bdi>{state.state === 'returned' ? state.note : state.reasons}</bdi>
      </span>
      {view.may.includes('decide') && (
        <Button small onPress={onRevise}>
          {t('approval-revise')}
        </Button>
      )}
    </div>
  );
}
