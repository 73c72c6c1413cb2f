import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { QueueFilter } from '../api/generated/QueueFilter';
import { numberFormat } from '../i18n/formats';
import { useWords } from '../i18n/words';

const filters: QueueFilter[] = [
  'mine',
  'overdue',
  'unowned',
  'unit',
  'answered',
  'returned',
  'closed',
];

interface FiltersProps {
  chosen: QueueFilter;
  counts: [QueueFilter, number][];
  onChoose: (filter: QueueFilter) => void;
}

/** Which rows, with how many stand behind each. */
export function Filters({ chosen, counts, onChoose }: FiltersProps) {
  const { t, tag } = useWords();
  const format = numberFormat(tag);
  const countOf = (filter: QueueFilter) => counts.find(([name]) => name === filter)?.[1];
  return (
    <ToggleButtonGroup
      className="filters"
      aria-label={t('desk-filters')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const next = filters.find((filter) => keys.has(filter));
        if (next) onChoose(next);
      }}
    >
      {filters.map((filter) => {
        const count = countOf(filter);
        return (
          <ToggleButton key={filter} id={filter} className="filter">
            {t(`filter-${filter}`)}
            {count !== undefined && <span className="filter-count">{format.format(count)}</span>}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}
