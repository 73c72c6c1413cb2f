import { useLocation } from 'wouter';
import { useCase } from '../api/queries';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { useHolderWords } from '../shared/HolderWords';
import { Ref } from '../shared/Ref';
import { Loading } from '../shared/states';
import { When } from '../shared/When';

/** What to read back to the caller before hanging up. */
export function ReadBack({ id }: { id: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const holderWords = useHolderWords();
  const { data: view } = useCase(id);
  if (!view) return <Loading />;
  const next = view.clocks.next_contact ?? view.clocks.answer_due;
  return (
    <div className="page">
      <div className="page-body">
        <h1>{t('read-back')}</h1>
        <dl className="read-back">
          <dt>{t('read-reference')}</dt>
          <dd>
            <Ref value={view.row.reference} />
          </dd>
          <dt>{t('read-holder')}</dt>
          <dd>{holderWords({ ...view.row.holder, me: false })}</dd>
          <dt>{t('read-next')}</dt>
          <dd>
            <When at={next} />
          </dd>
        </dl>
        <div className="buttons">
          <Button look="filled" onPress={() => go(`/desk/${id}`)}>
            {t('read-open')}
          </Button>
        </div>
      </div>
    </div>
  );
}
