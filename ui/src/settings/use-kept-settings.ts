import { useEffect, useRef } from 'react';
import { isPlain, useSettings } from './settings';
import { call } from '../api/commands';

/** While somebody is signed in, their settings are read from and kept in their own store. */
export function useKeptSettings() {
  const { settings, change } = useSettings();
  const known = useRef(false);
  useEffect(() => {
    let here = true;
    call('settings', {}).then(
      (kept) => {
        known.current = true;
        if (!here) return;
        // Whoever signs in here first keeps what they chose on the way in.
        if (isPlain(kept)) void call('save_settings', { input: settings });
        else change(kept);
      },
      // Without its store the window keeps the looks it has.
      () => undefined,
    );
    return () => {
      here = false;
    };
    // Once per sign-in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  useEffect(() => {
    if (known.current) void call('save_settings', { input: settings });
  }, [settings]);
}
