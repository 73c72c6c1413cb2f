import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import { useLocation } from 'wouter';
import { Marked } from './Marked';
import { call } from '../api/commands';
import type { SearchHit } from '../api/generated/SearchHit';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';
import { Field } from '../shared/Field';
import { Ref } from '../shared/Ref';
import { StageChip } from '../shared/StageChip';
import { Empty, Failed } from '../shared/states';
import { TextBy } from '../shared/TextBy';
import { Toggle } from '../shared/Toggle';

function Hit({ hit }: { hit: SearchHit }) {
  const label = useLabel();
  const { row } = hit;
  return (
    <div className="row">
      <div className="row-first">
        <span className="row-about row-cut">
          <Marked said={hit.excerpt} marks={hit.marks} />
        </span>
        <StageChip stage={row.stage} />
      </div>
      <div className="row-second">
        <Ref value={row.reference} />
        {row.person && (
          <span className="row-cut">
            <TextBy said={row.person} cut />
          </span>
        )}
        <span className="row-cut">{label(row.category)}</span>
      </div>
    </div>
  );
}

function Hits({ text, openOnly }: { text: string; openOnly: boolean }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { data, error, refetch } = useQuery({
    queryKey: ['search', text, openOnly],
    queryFn: () => call('search', { input: { text, limit: 50, open_only: openOnly } }),
    enabled: text !== '',
    placeholderData: (before) => before,
  });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (text === '' || !data) return <Empty words={t('search-empty')} />;
  return (
    <>
      <GridList
        className="rows-grid rows-plain"
        aria-label={t('search-hits')}
        selectionMode="none"
        onAction={(key) => go(`/desk/${key}`)}
        renderEmptyState={() => <Empty words={t('search-none')} />}
      >
        {data.hits.map((hit) => (
          <GridListItem
            key={hit.row.case}
            id={hit.row.case}
            textValue={hit.excerpt.text}
            className="rows-item"
          >
            <Hit hit={hit} />
          </GridListItem>
        ))}
      </GridList>
      {data.more && <p className="why quiet">{t('search-more')}</p>}
    </>
  );
}

/** Words in any spelling, phones, references; the newest first. */
export function SearchScreen() {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [openOnly, setOpenOnly] = useState(false);
  return (
    <main className="alone" tabIndex={-1}>
      <div className="inbox">
        <header className="inbox-head search-head">
          <h1 className="unseen">{t('place-search')}</h1>
          <Field label={t('place-search')} value={text} onChange={setText} autoFocus />
          <Toggle label={t('search-open-only')} isOn={openOnly} onChange={setOpenOnly} />
        </header>
        <div className="inbox-rows">
          <Hits text={useDeferredValue(text.trim())} openOnly={openOnly} />
        </div>
      </div>
    </main>
  );
}
