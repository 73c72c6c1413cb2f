import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { useDeskFilter } from './desk-place';
import { Filters } from './Filters';
import { QueueList } from './QueueList';
import { useMe } from '../account/me';
import type { QueueFilter } from '../api/generated/QueueFilter';
import { useAgreement, useQueue } from '../api/queries';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Empty, Failed, Loading } from '../shared/states';

interface RowsProps {
  filter: QueueFilter;
  open: string | undefined;
  onFilter: (filter: QueueFilter) => void;
}

/** An empty list says what will stand here, and offers where work comes from. */
function NoRows({ filter, onFilter }: Omit<RowsProps, 'open'>) {
  const { t } = useWords();
  const [, go] = useLocation();
  return (
    <Empty words={t(`desk-empty-${filter}`)}>
      {filter === 'mine' && (
        <div className="buttons">
          <Button onPress={() => onFilter('unowned')}>{t('desk-look-unowned')}</Button>
          <Button onPress={() => go('/intake')}>{t('command-new-contact')}</Button>
        </div>
      )}
    </Empty>
  );
}

function Rows({ filter, open, onFilter }: RowsProps) {
  const [, go] = useLocation();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useQueue(filter);
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const onOpen = useCallback((id: string) => go(`/desk/${id}`), [go]);
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  if (error && !data) return <Failed error={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  if (rows.length === 0) return <NoRows filter={filter} onFilter={onFilter} />;
  return (
    <QueueList fresh={rows} open={open} onOpen={onOpen} onMore={hasNextPage ? onMore : undefined} />
  );
}

/** My desk: what is due first, and why. */
export function Inbox({ open }: { open: string | undefined }) {
  const { t } = useWords();
  const [filter, setFilter] = useDeskFilter(useMe().staff);
  const { data } = useQueue(filter);
  const progress = useAgreement().data?.progress;
  return (
    <div className="inbox">
      <header className="inbox-head">
        <h1>{t('place-desk')}</h1>
        <Filters chosen={filter} counts={data?.pages[0]?.counts ?? []} onChoose={setFilter} />
        {progress && (
          <p className="hint">
            {t('desk-fetching', { done: progress.done, total: progress.total })}
          </p>
        )}
      </header>
      <div className="inbox-rows">
        <Rows key={filter} filter={filter} open={open} onFilter={setFilter} />
      </div>
    </div>
  );
}
