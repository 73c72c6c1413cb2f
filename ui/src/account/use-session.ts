import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/commands';
import type { SessionView } from '../api/generated/SessionView';

const key = ['session'];

export function useSession() {
  return useQuery({ queryKey: key, queryFn: () => call('session', {}) });
}

/** An action that answers with where the window stands now; what was shown is forgotten. */
export function useSessionAction<Input = void>(action: (input: Input) => Promise<SessionView>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: action,
    onSuccess: (now) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== key[0] });
      queries.setQueryData(key, now);
    },
  });
}
