import {
  CircleCheck,
  CircleDashed,
  MessageCircleReply,
  Scale,
  type LucideIcon,
} from 'lucide-react';
import type { Ending } from '../api/generated/Ending';
import type { Stage } from '../api/generated/Stage';
import { useWords } from '../i18n/words';

const endings: Record<Ending['ending'], { icon: LucideIcon; look: string }> = {
  confirmed: { icon: CircleCheck, look: 'chip chip-confirmed' },
  unconfirmed: { icon: CircleDashed, look: 'chip chip-unconfirmed' },
  upheld: { icon: Scale, look: 'chip chip-upheld' },
  before_rida: { icon: CircleDashed, look: 'chip chip-unconfirmed' },
};

interface StageChipProps {
  stage: Stage;
  ending?: Ending | null;
}

/** Where a case stands, and how it ended: three honest endings look different. */
export function StageChip({ stage, ending = null }: StageChipProps) {
  const { t } = useWords();
  if (ending) {
    const { icon: Icon, look } = endings[ending.ending];
    return (
      <span className={look}>
        <Icon aria-hidden />
        {t(`ending-${ending.ending}`)}
      </span>
    );
  }
  return (
    <span className="chip">
      {stage === 'answered' && <MessageCircleReply aria-hidden />}
      {t(`stage-${stage}`)}
    </span>
  );
}
