import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import * as api from '../api/session';

const key = ['session'];

export function useSession() {
  return useQuery({ queryKey: key, queryFn: api.session });
}

/** An action that answers with where the window stands now. */
export function useSessionAction<Input>(action: (input: Input) => Promise<api.SessionView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: action,
    onSuccess: (now) => {
      if (now.state !== 'open')
        queries.removeQueries({ predicate: (query) => query.queryKey !== key });
      queries.setQueryData(key, now);
    },
  });
}
