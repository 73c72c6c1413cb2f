import { AlarmClock, CalendarClock, Clock, TriangleAlert, type LucideIcon } from 'lucide-react';
import { When } from './When';
import type { DueView } from '../api/generated/DueView';
import type { Nearness } from '../api/generated/Nearness';
import { useWords } from '../i18n/words';

const looks: Record<Nearness, { icon: LucideIcon; look: string }> = {
  calm: { icon: CalendarClock, look: 'chip' },
  near: { icon: Clock, look: 'chip chip-near' },
  due: { icon: AlarmClock, look: 'chip chip-due' },
  overdue: { icon: TriangleAlert, look: 'chip chip-lost' },
};

/** The nearest date: what is due, when, and how near, in word, icon and colour. */
export function DueChip({ due }: { due: DueView }) {
  const { t } = useWords();
  const { icon: Icon, look } = looks[due.nearness];
  const late = due.nearness === 'overdue';
  return (
    <span className={look}>
      <Icon aria-hidden />
      <span>{late ? t(`late-${due.of}`) : t(`due-${due.of}`)}</span>
      <When at={due.at} as={late ? 'since' : 'near'} />
    </span>
  );
}
