import { askAgain } from '../api/queries';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { announce } from './announce';
import { Button } from './Button';
import { useFailureWords } from './failure';
import { call } from '../api/commands';
import type { QueueRow } from '../api/generated/QueueRow';
import type { Saved } from '../api/generated/Saved';
import { Ref } from './Ref';
import { useCommand } from '../commands/use-command';
import { useWords } from '../i18n/words';

interface Offer {
  saved: Saved;
  /** What was done, in words. */
  words: string;
  /** The case that was left by it. */
  back?: QueueRow;
}

interface Undo {
  offer: (offer: Offer) => void;
}

const UndoContext = createContext<Undo | null>(null);

export function useUndo(): Undo {
  const undo = use(UndoContext);
  if (!undo) throw new Error('useUndo outside UndoProvider');
  return undo;
}

/** How long the offer stands when Rust names no instant, in milliseconds. */
const ordinary = 10_000;

function timeLeft({ saved }: Offer): number {
  return saved.undo_until ? new Date(saved.undo_until).getTime() - Date.now() : ordinary;
}

function UndoBar({ offer, onGone }: { offer: Offer; onGone: () => void }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const failureWords = useFailureWords();
  const taking = useMutation({
    mutationFn: () => call('take_back', { op: offer.saved.op }),
    onSuccess: () => {
      announce(t('undo-done'));
      void askAgain(queries);
      onGone();
    },
  });
  useCommand('take-back', () => taking.mutate());
  useEffect(() => {
    announce(offer.words);
    const timer = setTimeout(onGone, Math.max(1000, timeLeft(offer)));
    return () => clearTimeout(timer);
  }, [offer, onGone]);
  return (
    <section className="undo" aria-label={t('undo')}>
      <span>{taking.error ? failureWords(taking.error) : offer.words}</span>
      <Button small onPress={() => taking.mutate()} isDisabled={taking.isPending}>
        {t('undo')}
      </Button>
      {offer.back && (
        <Link href={`/desk/${offer.back.case}`}>
          {t('undo-back')} <Ref value={offer.back.reference} />
        </Link>
      )}
    </section>
  );
}

/** Ten seconds in which the last act can be taken back. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const undo = useMemo<Undo>(() => ({ offer: setOffer }), []);
  const [gone] = useState(() => () => setOffer(null));
  return (
    <UndoContext value={undo}>
      {children}
      {offer && <UndoBar key={offer.saved.op} offer={offer} onGone={gone} />}
    </UndoContext>
  );
}
