import { ArrowLeft, PanelRightOpen } from 'lucide-react';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Divider } from './Divider';
import { usePaneSize, type PaneLimits } from './use-pane-size';
import { useRoom } from './use-room';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';

const listLimits: PaneLimits = { name: 'list', initial: 396, least: 280, most: 620 };
const sideLimits: PaneLimits = { name: 'side', initial: 308, least: 240, most: 460 };

interface PanesProps {
  list: ReactNode;
  main: ReactNode;
  side?: ReactNode;
  /** Back to the list, where there is room for one pane only and something is open. */
  onBack?: () => void;
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

function BackToList({ onBack }: { onBack: () => void }) {
  const { t } = useWords();
  return (
    <div className="back-to-list">
      <Button look="bare" small onPress={onBack}>
        <ArrowLeft aria-hidden className="flips" />
        {t('frame-list')}
      </Button>
    </div>
  );
}

/** List, main and side pane; their widths are remembered. */
export function Panes({ list, main, side, onBack }: PanesProps) {
  const { t } = useWords();
  const room = useRoom();
  const [listSize, setListSize] = usePaneSize(listLimits);
  const [sideSize, setSideSize] = usePaneSize(sideLimits);
  const beside = side !== undefined && room === 'wide';
  const single = room === 'single';
  const sizes = { '--list': `${listSize}px`, '--side': `${sideSize}px` } as CSSProperties;
  return (
    <div className={`panes panes-${beside ? 'three' : room}`} style={sizes}>
      {!(single && onBack) && (
        <section className="pane pane-list" aria-label={t('frame-list')}>
          {list}
        </section>
      )}
      <main className="pane pane-main" tabIndex={-1}>
        {single ? (
          onBack && <BackToList onBack={onBack} />
        ) : (
          <Divider
            name={t('frame-list-edge')}
            limits={listLimits}
            size={listSize}
            onSize={setListSize}
            side="start"
          />
        )}
        {main}
        {side !== undefined && !beside && <Sheet>{side}</Sheet>}
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
