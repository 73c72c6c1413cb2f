import { Clock } from 'lucide-react';
import { Link } from 'wouter';
import type { ApprovalView } from '../api/generated/ApprovalView';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Amount } from '../shared/Amount';
import { Ref } from '../shared/Ref';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

/** What it is about, who asks, what it costs, and the clock on the one who answers. */
export function ApprovalHead({ view }: { view: ApprovalView }) {
  const { t } = useWords();
  const label = useLabel();
  const { head } = view;
  return (
    <header className="identity">
      <h1 className="identity-about">
        <TextBy said={head.row.about} cut />
      </h1>
      <p className="identity-line">
        <Link href={`/desk/${head.row.case}`}>
          <Ref value={head.row.reference} />
        </Link>
        {head.row.person && (
          <strong>
            <TextBy said={head.row.person} />
          </strong>
        )}
        <span>
          {t('approval-by', { name: label(head.proposer.name), post: label(head.proposer.post) })}
        </span>
        <When at={head.asked_at} as="since" />
      </p>
      <p className="identity-line">
        <span className="chip chip-near">
          <Clock aria-hidden />
          {t('approval-passes')} <When at={head.limit} as="near" />
        </span>
        {head.cost && (
          <span>
            {t('approval-cost')} <Amount money={head.cost} />
          </span>
        )}
        {view.revision > 1 && <span>{t('approval-revision', { revision: view.revision })}</span>}
        {head.as_deputy && <span className="chip">{t('approval-as-deputy')}</span>}
      </p>
    </header>
  );
}
