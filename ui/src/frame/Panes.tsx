import { PanelRightOpen } from 'lucide-react';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Divider } from './Divider';
import { useNarrow } from './use-narrow';
import { usePaneSize, type PaneLimits } from './use-pane-size';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';

const listLimits: PaneLimits = { name: 'list', initial: 396, least: 280, most: 620 };
const sideLimits: PaneLimits = { name: 'side', initial: 308, least: 240, most: 460 };

interface PanesProps {
  list: ReactNode;
  main: ReactNode;
  side?: ReactNode;
}

function Sheet({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  useCommand('powers', () => setOpen(true));
  return (
    <>
      <div className="sheet-handle">
        <Button look="plain" small onPress={() => setOpen(true)}>
          <PanelRightOpen aria-hidden className="flips" />
          {t('frame-side')}
        </Button>
      </div>
      <ModalOverlay className="veil" isOpen={open} onOpenChange={setOpen} isDismissable>
        <Modal className="sheet">
          <Dialog aria-label={t('frame-side')}>{children}</Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

/** List, main and side pane; their widths are remembered. */
export function Panes({ list, main, side }: PanesProps) {
  const { t } = useWords();
  const narrow = useNarrow();
  const [listSize, setListSize] = usePaneSize(listLimits);
  const [sideSize, setSideSize] = usePaneSize(sideLimits);
  const beside = side !== undefined && !narrow;
  const sizes = { '--list': `${listSize}px`, '--side': `${sideSize}px` } as CSSProperties;
  return (
    <div className={beside ? 'panes panes-three' : 'panes'} style={sizes}>
      <section className="pane pane-list" aria-label={t('frame-list')}>
        {list}
      </section>
      <main className="pane pane-main" tabIndex={-1}>
        <Divider
          name={t('frame-list-edge')}
          limits={listLimits}
          size={listSize}
          onSize={setListSize}
          side="start"
        />
        {main}
        {side !== undefined && narrow && <Sheet>{side}</Sheet>}
      </main>
      {beside && (
        <aside className="pane pane-side" aria-label={t('frame-side')}>
          <Divider
            name={t('frame-side-edge')}
            limits={sideLimits}
            size={sideSize}
            onSize={setSideSize}
            side="end"
          />
          {side}
        </aside>
      )}
    </div>
  );
}
