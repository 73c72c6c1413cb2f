import { Link } from 'wouter';
import { Shown } from './Shown';
import type { PendingView } from '../api/generated/PendingView';
import { useWords } from '../i18n/words';
import { useFailureWords } from '../shared/failure';
import { Ref } from '../shared/Ref';
import { When } from '../shared/When';

/** Where an action stands, in words. */
function useStateWords(): (item: PendingView) => string {
  const { t } = useWords();
  const refusalWords = useFailureWords();
  return ({ state }) => {
    switch (state.state) {
      case 'saved':
        return t('pending-saved');
      case 'probably_refused':
        return t('pending-probably-refused', { why: refusalWords(state.refusal) });
      case 'held':
        return t('pending-held', { why: t(`held-${state.why}`) });
      case 'behind':
        return t('pending-behind');
    }
  };
}

/** Every action that is not yet judged, in order. */
export function Pending({
  items,
  of,
  more,
}: {
  items: PendingView[];
  of: number;
  more: () => void;
}) {
  const { t } = useWords();
  const stateWords = useStateWords();
  return (
    <section>
      <h2>{t('pending-title')}</h2>
      {items.length === 0 ? (
        <p className="quiet">{t('pending-none')}</p>
      ) : (
        <>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('pending-what')}</th>
                <th scope="col">{t('table-reference')}</th>
                <th scope="col">{t('table-when')}</th>
                <th scope="col">{t('pending-state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.op}>
                  <td>{t(`action-${item.kind}`)}</td>
                  <td>
                    {item.case !== null && item.reference !== null && (
                      <Link href={`/desk/${item.case}`}>
                        <Ref value={item.reference} />
                      </Link>
                    )}
                  </td>
                  <td>
                    <When at={item.at} as="since" />
                  </td>
                  <td>{stateWords(item)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Shown shown={items.length} of={of} more={more} />
        </>
      )}
    </section>
  );
}
