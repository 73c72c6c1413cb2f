import {
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from './commands';
import type { QueueFilter } from './generated/QueueFilter';

/** After an act everything on the screen is asked again, but for who is signed in. */
export function askAgain(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

/** Rows that are asked for at once: what stands in sight, twice. Drawing more makes the start wait. */
const page = 50;

/** The queue behind a filter, page by page as it is scrolled. */
export function useQueue(filter: QueueFilter) {
  return useInfiniteQuery({
    queryKey: ['queue', filter],
    queryFn: ({ pageParam: offset }) => call('queue', { input: { filter, offset, limit: page } }),
    initialPageParam: 0,
    getNextPageParam: (last, all) => {
      const read = all.reduce((sum, { rows }) => sum + rows.length, 0);
      return read < last.total && last.rows.length > 0 ? read : undefined;
    },
  });
}

function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['case', id],
    queryFn: () => call('read_case', { case: id }),
  });
}

export function useCase(id: string) {
  return useQuery(caseQuery(id));
}

/** So long one case stands still before those beside it are read, in milliseconds. */
const restBeforeReadingAhead = 60;

/** Reads cases ahead, so that a step to one of them shows it at once. */
export function useReadAhead(ids: readonly string[]) {
  const queries = useQueryClient();
  const key = ids.join(' ');
  useEffect(() => {
    const later = setTimeout(() => {
      for (const id of key.split(' ').filter(Boolean)) {
        // Whatever is wrong is said when the case is opened.
        queries.query(caseQuery(id)).catch(() => undefined);
      }
    }, restBeforeReadingAhead);
    return () => clearTimeout(later);
  }, [queries, key]);
}

export function useApprovals() {
  return useQuery({ queryKey: ['approvals'], queryFn: () => call('approvals', {}) });
}

export function useApproval(caseId: string, approval: string) {
  return useQuery({
    queryKey: ['approval', caseId, approval],
    queryFn: () => call('read_approval', { case: caseId, approval }),
  });
}

export function useAgreement() {
  return useQuery({ queryKey: ['agreement'], queryFn: () => call('agreement', {}) });
}

/** Under the key of agreement: what is asked again for the one is for the other. */
export function useWaiting(limit: number) {
  return useQuery({
    queryKey: ['agreement', 'waiting', limit],
    queryFn: () => call('waiting', { limit }),
    placeholderData: (before) => before,
  });
}

/** What the agency's files offer to choose from. */
export function useChoices() {
  return useQuery({ queryKey: ['choices'], queryFn: () => call('intake_choices', {}) });
}
