import { CircleCheck, Ellipsis, NotebookPen, Reply } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { ApprovalBar } from './ApprovalBar';
import { useAct } from './use-act';
import type { CaseView } from '../api/generated/CaseView';
import type { May } from '../api/generated/May';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';

export type FootForm =
  'reply' | 'note' | 'decide' | 'contact' | 'heard' | 'person' | 'review' | 'assign' | 'release';

interface FootButtonsProps {
  view: CaseView;
  onOpen: (form: FootForm) => void;
}

/** What stands in the menu. */
const rest: { may: May; form: FootForm }[] = [
  { may: 'contact', form: 'contact' },
  { may: 'hear', form: 'heard' },
  { may: 'correct_person', form: 'person' },
  { may: 'review', form: 'review' },
  { may: 'assign', form: 'assign' },
  { may: 'release', form: 'release' },
];

/** The next step of a case is one filled button; the rest stands beside it and in a menu. */
export function FootButtons({ view, onOpen }: FootButtonsProps) {
  const { t } = useWords();
  const acting = useAct(view);
  const { may } = view;
  const takes = may.includes('take');
  const more = rest.filter((entry) => may.includes(entry.may));
  return (
    <div className="foot">
      <ApprovalBar view={view} onRevise={() => onOpen('decide')} />
      <Fault error={acting.error} />
      <div className="buttons">
        {takes && (
          <Button
            look="filled"
            onPress={() => acting.mutate({ act: { act: 'take' }, words: t('done-take') })}
          >
            {t('act-take')}
          </Button>
        )}
        {may.includes('decide') && (
          <Button look={takes ? 'plain' : 'filled'} onPress={() => onOpen('decide')}>
            <CircleCheck aria-hidden />
            {t('act-decide')}
          </Button>
        )}
        {may.includes('reply') && (
          <Button onPress={() => onOpen('reply')}>
            <Reply aria-hidden className="flips" />
            {t('act-reply')}
          </Button>
        )}
        {may.includes('note') && (
          <Button onPress={() => onOpen('note')}>
            <NotebookPen aria-hidden />
            {t('act-note')}
          </Button>
        )}
        {more.length > 0 && (
          <MenuTrigger>
            <AriaButton className="button button-bare" aria-label={t('act-more')}>
              <Ellipsis aria-hidden />
            </AriaButton>
            <Popover className="popover">
              <Menu aria-label={t('act-more')}>
                {more.map((entry) => (
                  <MenuItem key={entry.may} className="option" onAction={() => onOpen(entry.form)}>
                    {t(`act-${entry.may}`)}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        )}
      </div>
    </div>
  );
}
