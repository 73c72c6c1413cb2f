import { useSyncExternalStore } from 'react';

type Urgency = 'polite' | 'assertive';

let spoken: Record<Urgency, string> = { polite: '', assertive: '' };
const listeners = new Set<() => void>();

/** Speaks to a screen reader. Assertive is for lost work only. */
export function announce(words: string, urgency: Urgency = 'polite') {
  // The same words twice would not be spoken again without a change.
  const again = spoken[urgency] === words ? `${words}\u00a0` : words;
  spoken = { ...spoken, [urgency]: again };
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The two live regions of the window: one polite, one assertive. */
export function LiveRegions() {
  const now = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div className="unseen">
      <div role="status" aria-live="polite">
        {now.polite}
      </div>
      <div role="alert" aria-live="assertive">
        {now.assertive}
      </div>
    </div>
  );
}
