import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { KeyCaps } from './KeyCaps';
import { commands, type Command, type CommandId } from './registry';
import { runCommand, useAvailableCommands } from './use-command';
import { useWords } from '../i18n/words';

/** What belongs to the open screen comes first. */
const order: Command['group'][] = ['case', 'write', 'list', 'go', 'window'];

interface PaletteProps {
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Everything that can be done now, found by its words. */
export function Palette({ open, onOpen }: PaletteProps) {
  const { t } = useWords();
  const { contains } = useFilter({ sensitivity: 'base', usage: 'search' });
  const available = useAvailableCommands();
  const choose = (id: CommandId) => {
    onOpen(false);
    // After the overlay has given the focus back, so that the command may take it.
    requestAnimationFrame(() => runCommand(id));
  };
  const shown = order
    .flatMap((group) => commands.filter((command) => command.group === group))
    .filter(({ id }) => available.includes(id) && id !== 'palette');
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={onOpen} isDismissable>
      <Modal className="palette">
        <Dialog aria-label={t('palette')}>
          <Autocomplete filter={contains}>
            <SearchField aria-label={t('palette-find')} autoFocus className="palette-find">
              <Input placeholder={t('palette-find')} className="palette-input" />
            </SearchField>
            <Menu
              aria-label={t('palette')}
              className="palette-list"
              items={shown}
              renderEmptyState={() => <p className="palette-none">{t('palette-none')}</p>}
            >
              {(command) => (
                <MenuItem
                  className="option"
                  textValue={t(`command-${command.id}`)}
                  onAction={() => choose(command.id)}
                >
                  <span className="option-words">{t(`command-${command.id}`)}</span>
                  <KeyCaps binding={command.keys[0] ?? ''} />
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
