import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { CasePane } from './CasePane';
import { CaseSide } from './CaseSide';
import { Inbox } from '../inbox/Inbox';
import { Panes } from '../frame/Panes';
import type { CaseView } from '../api/generated/CaseView';
import { useCase } from '../api/queries';
import { useCommand } from '../commands/use-command';
import { Failed, Loading } from '../shared/states';

/** My desk alone, or the list beside the open case. */
export function DeskScreen({ params }: { params: { case?: string } }) {
  const open = params.case;
  if (open === undefined) {
    return (
      <main className="alone" tabIndex={-1}>
        <Inbox open={undefined} />
      </main>
    );
  }
  return <OpenCase id={open} />;
}

/** Opening a case is reading it: the list says so at once. */
function useReadMark(view: CaseView | undefined) {
  const queries = useQueryClient();
  const isNew = view?.row.unread === true ? view.row.case : null;
  useEffect(() => {
    if (isNew !== null) void queries.invalidateQueries({ queryKey: ['queue'] });
  }, [queries, isNew]);
}

function OpenCase({ id }: { id: string }) {
  const [, go] = useLocation();
  const { data: view, error, refetch } = useCase(id);
  useReadMark(view);
  useCommand('back', () => go('/desk'));
  const side = view && <CaseSide view={view} />;
  return (
    <Panes
      list={<Inbox open={id} />}
      main={
        // What is being typed stays on the screen even when a later reading fails.
        view ? (
          <CasePane key={id} view={view} />
        ) : error ? (
          <Failed error={error} again={() => void refetch()} />
        ) : (
          <Loading />
        )
      }
      side={side}
      onBack={() => go('/desk')}
    />
  );
}
