import type { DraftView } from '../api/generated/DraftView';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { TextBy } from '../shared/TextBy';
import { When } from '../shared/When';

interface ElsewhereProps {
  drafts: DraftView[];
  onTake: (text: string) => void;
}

/** The same draft as it stands on another computer: both are shown, neither is deleted. */
export function Elsewhere({ drafts, onTake }: ElsewhereProps) {
  const { t } = useWords();
  return drafts.map(({ draft, words, saved_at: at }) => (
    <div key={draft} className="hint hint-near">
      <span className="hint-words">
        {t('draft-elsewhere')} <When at={at} as="near" />
        {': '}
        <TextBy said={words} />
      </span>
      <Button small onPress={() => onTake(words.text)}>
        {t('draft-take')}
      </Button>
    </div>
  ));
}
