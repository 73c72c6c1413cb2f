import { useQueue } from '../api/queries';

/** The case after this one on my desk; the one before when it is the last. */
export function useNextCase(id: string): string | undefined {
  const { data } = useQueue('mine');
  const ids = data?.pages.flatMap((page) => page.rows.map((row) => row.case)) ?? [];
  const here = ids.indexOf(id);
  return here < 0 ? undefined : (ids[here + 1] ?? ids[here - 1]);
}
