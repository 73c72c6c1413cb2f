import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from './announce';

export type SavedState = 'saved' | 'unsaved' | 'failed';

/** At most this long after the first unsaved key the text is on its way to the vault. */
const saveWithin = 500;

/** Saves the newest text, one save at a time, so that an older one never lands last. */
class Saver {
  private waiting: string | null = null;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    public save: (text: string) => Promise<void>,
    private readonly told: (state: SavedState) => void,
  ) {}

  /** The clock starts at the first unsaved key and is not set back by the next ones. */
  changed(text: string) {
    this.waiting = text;
    this.told('unsaved');
    this.wind();
  }

  /** Resolves when nothing is unsaved, or the save failed. */
  async flush(): Promise<void> {
    this.forgetTimer();
    if (this.running) await this.running;
    if (this.waiting === null) return;
    this.running = this.saveNow(this.waiting);
    await this.running;
    this.running = null;
  }

  /** Drops what is unsaved: the text was sent or discarded. */
  forget() {
    this.forgetTimer();
    this.waiting = null;
  }

  private async saveNow(text: string) {
    this.waiting = null;
    try {
      await this.save(text);
      if (!this.hasWaiting()) this.told('saved');
    } catch {
      this.waiting ??= text;
      this.told('failed');
      this.wind();
    }
  }

  private hasWaiting() {
    return this.waiting !== null;
  }

  private wind() {
    this.timer ??= setTimeout(() => void this.flush(), saveWithin);
  }

  private forgetTimer() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

const open = new Set<Saver>();

/** Saves every text that stands in the window; before it locks or somebody leaves. */
export async function flushAll(): Promise<void> {
  await Promise.all([...open].map((saver) => saver.flush()));
}

export interface SavedText {
  text: string;
  state: SavedState;
  type: (text: string) => void;
  /** Saves at once: on blur, before sending, before leaving. */
  flush: () => Promise<void>;
  /** Drops what is unsaved, because the text was sent or discarded. */
  forget: () => void;
}

/**
 * A text that is kept while it is typed, also when typing goes on without a pause.
 * @param lostWords spoken once when saving fails
 */
export function useSavedText(
  initial: string,
  save: (text: string) => Promise<void>,
  lostWords: string,
): SavedText {
  const [text, setText] = useState(initial);
  const [state, setState] = useState<SavedState>('saved');
  const [saver] = useState(() => new Saver(save, setState));
  const held = useRef(saver);
  useEffect(() => {
    held.current.save = save;
  }, [save]);
  useEffect(() => {
    if (state === 'failed') announce(lostWords, 'assertive');
  }, [state, lostWords]);
  useEffect(() => {
    const leave = () => void saver.flush();
    open.add(saver);
    window.addEventListener('blur', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('pagehide', leave);
      leave();
      open.delete(saver);
    };
  }, [saver]);
  const type = useCallback(
    (typed: string) => {
      setText(typed);
      saver.changed(typed);
    },
    [saver],
  );
  const flush = useCallback(() => saver.flush(), [saver]);
  const forget = useCallback(() => saver.forget(), [saver]);
  return { text, state, type, flush, forget };
}
