import type { Happened } from '../api/generated/Happened';
import type { Said } from '../api/generated/Said';
import { listFormat } from '../i18n/formats';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';

interface EventWords {
  words: string;
  /** What somebody wrote with it. */
  said: Said | null;
}

/** Puts a quiet event into words. */
export function useEventWords(): (what: Happened) => EventWords {
  const { t, tag } = useWords();
  const label = useLabel();
  const list = listFormat(tag);
  const only = (words: string): EventWords => ({ words, said: null });
  return (what) => {
    switch (what.what) {
      case 'decision': {
        const given = list.format(what.remedies.map(label));
        const by = what.approved_by ? label(what.approved_by.post) : 'none';
        if (what.remedies.length > 0) return only(t('event-granted', { given, by }));
        return { words: t('event-decided-none', { by }), said: what.none_because };
      }
      case 'approval':
        return {
          words: t(`event-approval-${what.state}`, { of: what.of ? label(what.of.post) : 'none' }),
          said: what.words,
        };
      case 'remedy':
        return {
          words: t(`event-remedy-${what.state}`, { remedy: label(what.label) }),
          said: what.proof,
        };
      case 'owner':
        return {
          words: what.to ? t('event-owner', { name: label(what.to.name) }) : t('event-owner-none'),
          said: what.because,
        };
      case 'contact':
        return only(
          t(`event-contact-${what.direction}`, {
            channel: t(`channel-${what.channel}`),
            outcome: t(`outcome-${what.outcome}`),
          }),
        );
      case 'word':
        return only(t(what.solved ? 'said-solved' : 'said-not-solved'));
      case 'person_corrected':
        return {
          words: t('event-person_corrected', {
            added: what.added.length > 0 ? list.format(what.added) : 'none',
            ended: what.ended.length > 0 ? list.format(what.ended) : 'none',
          }),
          said: what.because,
        };
      case 'reminder':
        return only(t('event-reminder', { channel: t(`channel-${what.channel}`) }));
      case 'letter_returned':
        return {
          words: t('event-letter-returned', {
            channel: t(`channel-${what.channel}`),
            fault: t(`letter-fault-${what.fault}`),
          }),
          said: null,
        };
      case 'letter_reached':
        return only(t('event-letter-reached'));
      case 'letter_resent':
        return only(t('event-letter-resent'));
      case 'review':
        return { words: t(`event-review-${what.outcome}`), said: what.reasons };
      case 'closed':
        return only(t('event-closed', { ending: t(`ending-${what.ending.ending}`) }));
      case 'attached':
        return only(t('event-attached', { name: what.file.name }));
      case 'flagged':
        return only(t('event-flagged'));
      case 'taken_back':
        return only(t('event-taken_back'));
      default:
        return only('');
    }
  };
}
