import { useLocation } from 'wouter';
import { ApprovalList } from './ApprovalList';
import { ApprovalPane } from './ApprovalPane';
import { useApproval } from '../api/queries';
import { useCommand } from '../commands/use-command';
import { Panes } from '../frame/Panes';
import { useWords } from '../i18n/words';
import { Empty, Failed, Loading } from '../shared/states';

interface Params {
  case?: string;
  approval?: string;
}

function OpenApproval({ caseId, approval }: { caseId: string; approval: string }) {
  const { data: view, error, refetch } = useApproval(caseId, approval);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  return view ? <ApprovalPane key={approval} view={view} /> : <Loading />;
}

/** What waits for my word; never answered from the list, unread. */
export function ApprovalsScreen({ params }: { params: Params }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { case: caseId, approval } = params;
  useCommand('back', () => go('/approvals'), approval !== undefined);
  return (
    <Panes
      list={<ApprovalList open={approval} />}
      {...(approval === undefined ? {} : { onBack: () => go('/approvals') })}
      main={
        caseId !== undefined && approval !== undefined ? (
          <OpenApproval caseId={caseId} approval={approval} />
        ) : (
          <Empty words={t('approvals-choose')} />
        )
      }
    />
  );
}
