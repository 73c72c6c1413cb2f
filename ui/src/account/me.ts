import { createContext, use } from 'react';
import type { MeView } from '../api/generated/MeView';

/** Who is at work; none before the desk is open. */
export const MeContext = createContext<MeView | null>(null);

export function useMe(): MeView {
  const me = use(MeContext);
  if (!me) throw new Error('useMe outside the open desk');
  return me;
}

/** The agency's zone, or this computer's before anybody has signed in. */
export function useZone(): string {
  return use(MeContext)?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
