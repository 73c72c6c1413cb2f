import { Link } from 'wouter';
import type { Precedent } from '../api/generated/Precedent';
import { useWords } from '../i18n/words';
import { Amount } from '../shared/Amount';
import { Ref } from '../shared/Ref';
import { When } from '../shared/When';

/** The same remedy on the same category before. */
export function Precedents({ precedents }: { precedents: Precedent[] }) {
  const { t } = useWords();
  return (
    <section>
      <h2 className="label">{t('approval-precedents')}</h2>
      {precedents.length === 0 ? (
        <p className="quiet">{t('approval-no-precedents')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('table-reference')}</th>
              <th scope="col">{t('table-when')}</th>
              <th scope="col">{t('powers-amount')}</th>
              <th scope="col">{t('approval-outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {precedents.map(({ case: id, reference, at, amount, confirmed }) => (
              <tr key={id}>
                <td>
                  <Link href={`/desk/${id}`}>
                    <Ref value={reference} />
                  </Link>
                </td>
                <td>
                  <When at={at} as="day" />
                </td>
                <td>{amount && <Amount money={amount} />}</td>
                <td>{t(confirmed ? 'ending-confirmed' : 'approval-unconfirmed')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
