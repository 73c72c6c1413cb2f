import { useCallback, useEffect, useRef, useState } from 'react';
import { announce } from './announce';

export type SavedState = 'saved' | 'unsaved' | 'failed';

/** At most this long after the first unsaved key the text is on its way to the vault. */
const saveWithin = 700;

/** Saves the newest text, one save at a time, so that an older one never lands last. */
class Saver {
  private waiting: string | null = null;
  private busy = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    public save: (text: string) => Promise<void>,
    private readonly told: (state: SavedState) => void,
  ) {}

  /** The clock starts at the first unsaved key and is not set back by the next ones. */
  changed(text: string) {
    this.waiting = text;
    this.told('unsaved');
    this.timer ??= setTimeout(() => void this.flush(), saveWithin);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.waiting === null || this.busy) return;
    const text = this.waiting;
    this.waiting = null;
    this.busy = true;
    try {
      await this.save(text);
      this.busy = false;
      this.settled();
    } catch {
      this.busy = false;
      this.waiting ??= text;
      this.told('failed');
      this.timer ??= setTimeout(() => void this.flush(), saveWithin);
    }
  }

  private settled() {
    if (this.waiting === null) this.told('saved');
    else this.timer ??= setTimeout(() => void this.flush(), saveWithin);
  }
}

export interface SavedText {
  text: string;
  state: SavedState;
  type: (text: string) => void;
  /** Saves at once: on blur, before sending, before leaving. */
  flush: () => Promise<void>;
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
    window.addEventListener('blur', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('pagehide', leave);
      leave();
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
  return { text, state, type, flush };
}
