import { Link } from 'wouter';
import type { QueueRow } from '../api/generated/QueueRow';
import { useLabel } from '../i18n/labels';
import { Ref } from '../shared/Ref';
import { StageChip } from '../shared/StageChip';
import { TextBy } from '../shared/TextBy';

/** The person's other cases; what is out of reach shows no text. */
export function Others({ rows }: { rows: QueueRow[] }) {
  const label = useLabel();
  return (
    <ul className="others">
      {rows.map((row) => (
        <li key={row.case}>
          <Link href={`/desk/${row.case}`} className="other">
            <span className="other-about">
              {row.about.text === '' ? label(row.category) : <TextBy said={row.about} cut />}
            </span>
            <span className="other-line">
              <Ref value={row.reference} />
              <StageChip stage={row.stage} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
