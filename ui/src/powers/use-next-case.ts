import { useMe } from '../account/me';
import { useQueue } from '../api/queries';
import { useDeskFilter } from '../inbox/desk-place';

/** The case after this one in the list that is shown; the one before when it is the last. */
export function useNextCase(id: string): string | undefined {
  const [filter] = useDeskFilter(useMe().staff);
  const { data } = useQueue(filter);
  const ids = data?.pages.flatMap((page) => page.rows.map((row) => row.case)) ?? [];
  const here = ids.indexOf(id);
  return here < 0 ? undefined : (ids[here + 1] ?? ids[here - 1]);
}
