import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { KeyCaps } from './KeyCaps';
import { commands } from './registry';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';

interface KeySheetProps {
  open: boolean;
  onOpen: (open: boolean) => void;
}

const groups = ['go', 'list', 'case', 'write', 'window'] as const;

/** Every key on one sheet. */
export function KeySheet({ open, onOpen }: KeySheetProps) {
  const { t } = useWords();
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={onOpen} isDismissable>
      <Modal className="dialog dialog-wide">
        <Dialog className="dialog-body">
          <Heading slot="title">{t('keys-title')}</Heading>
          <div className="key-groups">
            {groups.map((group) => (
              <section key={group}>
                <h3 className="label">{t(`keys-${group}`)}</h3>
                <dl>
                  {commands
                    .filter((command) => command.group === group)
                    .map(({ id, keys }) => (
                      <div key={id} className="key-line">
                        <dt>{t(`command-${id}`)}</dt>
                        <dd>
                          <KeyCaps binding={keys[0] ?? ''} />
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
          <div className="buttons">
            <Button onPress={() => onOpen(false)}>{t('close')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
