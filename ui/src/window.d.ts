import type { Door } from './api/call';

declare global {
  interface Window {
    /** A door for tests; see `src/api/call.ts`. */
    __RIDA_STUB__?: Door;
    /** Stretches every message, to find what clips (tests only). */
    __RIDA_PSEUDO__?: boolean;
  }
}
