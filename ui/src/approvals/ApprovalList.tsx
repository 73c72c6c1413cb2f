import { Clock } from 'lucide-react';
import { useRef } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useLocation } from 'wouter';
import type { ApprovalRow } from '../api/generated/ApprovalRow';
import { useApprovals } from '../api/queries';
import { listFormat } from '../i18n/formats';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { useSteps } from '../inbox/use-steps';
import { Amount } from '../shared/Amount';
import { Ref } from '../shared/Ref';
import { Empty, Failed, Loading } from '../shared/states';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

/** What is asked, by its remedies; none means "no remedy, because". */
function useAskedWords() {
  const { t, tag } = useWords();
  const label = useLabel();
  const list = listFormat(tag);
  return ({ remedies }: ApprovalRow) =>
    remedies.length === 0 ? t('approval-none') : list.format(remedies.map(label));
}

function Row({ row }: { row: ApprovalRow }) {
  const { t } = useWords();
  const label = useLabel();
  const asked = useAskedWords();
  return (
    <div className="row">
      <div className="row-first">
        <span className="row-about row-gap">
          <strong>{asked(row)}</strong>
          <TextBy said={row.row.about} cut />
        </span>
        {row.cost && <Amount money={row.cost} />}
      </div>
      <div className="row-second">
        <Ref value={row.row.reference} />
        <span className="row-cut">{label(row.proposer.name)}</span>
        {row.as_deputy && <span className="row-pending">{t('approval-as-deputy')}</span>}
        <span className="chip chip-near">
          <Clock aria-hidden />
          {t('approval-until')} <When at={row.limit} as="near" />
        </span>
      </div>
    </div>
  );
}

/** The requests, the one whose silence ends first on top. */
export function ApprovalList({ open }: { open: string | undefined }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const grid = useRef<HTMLDivElement>(null);
  const { data: rows, error, refetch } = useApprovals();
  const asked = useAskedWords();
  const openRow = (id: string) => {
    const row = rows?.find(({ approval }) => approval === id);
    if (row) go(`/approvals/${row.row.case}/${row.approval}`);
  };
  useSteps({ grid, ids: (rows ?? []).map(({ approval }) => approval), open, onOpen: openRow });
  return (
    <div className="inbox">
      <header className="inbox-head">
        <h1>{t('place-approvals')}</h1>
      </header>
      {error ? (
        <Failed error={error} again={() => void refetch()} />
      ) : !rows ? (
        <Loading />
      ) : (
        <GridList
          ref={grid}
          className="rows-grid rows-plain"
          aria-label={t('approvals-list')}
          selectionMode="none"
          onAction={(key) => openRow(String(key))}
          renderEmptyState={() => <Empty words={t('approvals-empty')} />}
        >
          {rows.map((row) => (
            <GridListItem
              key={row.approval}
              id={row.approval}
              textValue={`${asked(row)} ${row.row.reference}`}
              className={row.approval === open ? 'rows-item rows-open' : 'rows-item'}
            >
              <Row row={row} />
            </GridListItem>
          ))}
        </GridList>
      )}
    </div>
  );
}
