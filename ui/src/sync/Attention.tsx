import { askAgain } from '../api/queries';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { Link } from 'wouter';
import { Moved } from './Moved';
import { Shown } from './Shown';
import { call } from '../api/commands';
import type { AttentionView } from '../api/generated/AttentionView';
import type { AttentionWay } from '../api/generated/AttentionWay';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { useFailureWords } from '../shared/failure';
import { Fault } from '../shared/Fault';
import { Ref } from '../shared/Ref';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

function Why({ item }: { item: AttentionView }) {
  const { t } = useWords();
  const refusalWords = useFailureWords();
  const { why } = item;
  if (why.why === 'rejected') return <p>{refusalWords(why.refusal)}</p>;
  if (why.why === 'moved') return <Moved changes={why.changes} />;
  if (why.why === 'attachment_refused') {
    return <p>{t('attention-attachment_refused', { names: why.names.join(' · ') })}</p>;
  }
  return <p>{t(`attention-${why.why}`)}</p>;
}

function Item({ item }: { item: AttentionView }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const answering = useMutation({
    mutationFn: (way: AttentionWay) => call('answer_attention', { input: { op: item.op, way } }),
    onSuccess: () => void askAgain(queries),
  });
  return (
    <li className="attention">
      <p className="attention-head">
        <TriangleAlert aria-hidden />
        <strong>{t(`action-${item.kind}`)}</strong>
        {item.case !== null && item.reference !== null && (
          <Link href={`/desk/${item.case}`}>
            <Ref value={item.reference} />
          </Link>
        )}
        <When at={item.at} as="since" />
      </p>
      {item.about && (
        <p className="quiet">
          <TextBy said={item.about} cut />
        </p>
      )}
      <Why item={item} />
      {item.words && (
        <blockquote className="attention-words">
          <TextBy said={item.words} />
        </blockquote>
      )}
      {item.behind > 0 && <p className="quiet">{t('attention-behind', { count: item.behind })}</p>}
      <div className="buttons">
        {item.ways.map((way, place) => (
          <Button
            key={way}
            small
            look={place === 0 ? 'filled' : way === 'discard' ? 'grave' : 'plain'}
            onPress={() => answering.mutate(way)}
            isDisabled={answering.isPending}
          >
            {t(`way-${way}`)}
          </Button>
        ))}
      </div>
      <Fault error={answering.error} />
    </li>
  );
}

/** What was not accepted: the whole text, the reason, the ways on. Nothing ever disappears. */
export function Attention({
  items,
  of,
  more,
}: {
  items: AttentionView[];
  of: number;
  more: () => void;
}) {
  const { t } = useWords();
  return (
    <section>
      <h2>{t('attention-title')}</h2>
      {items.length === 0 ? (
        <p className="quiet">{t('attention-none')}</p>
      ) : (
        <>
          <ul className="attentions">
            {items.map((item) => (
              <Item key={item.op} item={item} />
            ))}
          </ul>
          <Shown shown={items.length} of={of} more={more} />
        </>
      )}
    </section>
  );
}
