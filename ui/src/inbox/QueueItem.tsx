import { CloudUpload, Flag, LockKeyhole, Repeat2 } from 'lucide-react';
import { memo, use } from 'react';
import { OpenRow } from './open-row';
import type { QueueRow } from '../api/generated/QueueRow';
import { numberFormat } from '../i18n/formats';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { DueChip } from '../shared/DueChip';
import { useHolderWords } from '../shared/HolderWords';
import { Ref } from '../shared/Ref';
import { TextBy } from '../shared/TextBy';

/** Marks that follow what the row is about: each is an icon with words for the ear. */
function Marks({ row }: { row: QueueRow }) {
  const { t, tag } = useWords();
  return (
    <>
      {row.flagged && (
        <span className="row-mark" title={t('row-flagged')}>
          <Flag role="img" aria-label={t('row-flagged')} />
        </span>
      )}
      {row.confidential && (
        <span className="row-mark" title={t('row-confidential')}>
          <LockKeyhole role="img" aria-label={t('row-confidential')} />
        </span>
      )}
      {row.pending > 0 && (
        <span className="row-mark row-pending" title={t('row-pending')}>
          <CloudUpload role="img" aria-label={t('row-pending')} />
        </span>
      )}
      {row.contacts > 1 && (
        <span className="row-mark" title={t('row-contacts', { count: row.contacts })}>
          <Repeat2 role="img" aria-label={t('row-contacts', { count: row.contacts })} />
          <span aria-hidden>{numberFormat(tag).format(row.contacts)}</span>
        </span>
      )}
    </>
  );
}

/** What the row is about; a case out of reach shows its category instead. */
function About({ row }: { row: QueueRow }) {
  const label = useLabel();
  if (row.about.text === '') return <span className="row-about">{label(row.category)}</span>;
  return (
    <span className="row-about">
      <TextBy said={row.about} cut />
    </span>
  );
}

/** One row of the queue: two lines, or one when rows are compact. */
export function QueueItem({ row }: { row: QueueRow }) {
  const isOpen = use(OpenRow) === row.case;
  const marks = [row.vital && 'row-vital', row.unread && 'row-unread', isOpen && 'row-open'];
  return (
    <div className={['row', ...marks].filter(Boolean).join(' ')}>
      <RowWords row={row} />
    </div>
  );
}

/** Apart, so that opening another case does not word every row anew. */
const RowWords = memo(function RowWords({ row }: { row: QueueRow }) {
  const { t } = useWords();
  const label = useLabel();
  const holderWords = useHolderWords();
  return (
    <>
      <div className="row-first">
        {row.vital && <span className="unseen">{t('row-vital')}</span>}
        {row.unread && <span className="unseen">{t('row-unread')}</span>}
        <About row={row} />
        <Marks row={row} />
      </div>
      <div className="row-second">
        <Ref value={row.reference} />
        {row.person && (
          <span className={row.holder.me ? 'row-cut' : 'row-cut row-wide'}>
            <TextBy said={row.person} cut />
          </span>
        )}
        <span className="row-cut row-wide">{label(row.category)}</span>
        <span className="row-cut row-wide">{label(row.unit)}</span>
        {(row.stage === 'answered' || row.stage === 'closed') && (
          <span className="row-cut row-wide">{t(`stage-${row.stage}`)}</span>
        )}
        <span className={row.holder.me ? 'row-holder row-wide' : 'row-cut row-holder'}>
          {holderWords(row.holder)}
        </span>
        {row.due && <DueChip due={row.due} />}
      </div>
    </>
  );
});
