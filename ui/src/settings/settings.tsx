import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import type { Settings } from '../api/generated/Settings';
import { directionOf } from '../i18n/locale';

/** Used until somebody has chosen; the same as in Rust. */
const plain: Settings = {
  language: 'ar',
  digits: 'latin',
  calendar: 'gregorian',
  text_percent: 100,
  theme: 'system',
  shortcuts: true,
  compact: false,
  lock_minutes: 15,
};

/** True as long as nobody has chosen anything. */
export function isPlain(settings: Settings): boolean {
  return Object.entries(plain).every(([name, value]) => settings[name as keyof Settings] === value);
}

/** A copy for the first picture, before anybody has signed in. Holds nothing about cases. */
const storageKey = 'rida.settings';

function stored(): Settings {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return { ...plain, ...(found as Partial<Settings>) };
  } catch {
    return plain;
  }
}

interface SettingsHold {
  settings: Settings;
  change: (part: Partial<Settings>) => void;
}

const SettingsContext = createContext<SettingsHold | null>(null);

function show(settings: Settings) {
  const root = document.documentElement;
  root.lang = settings.language;
  root.dir = directionOf(settings.language);
  root.dataset.theme = settings.theme;
  root.style.setProperty('--text-scale', String(settings.text_percent / 100));
}

export function SettingsProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState(stored);
  useLayoutEffect(() => {
    show(settings);
    localStorage.setItem(storageKey, JSON.stringify(settings));
  }, [settings]);
  const hold = useMemo<SettingsHold>(
    () => ({ settings, change: (part) => setSettings((now) => ({ ...now, ...part })) }),
    [settings],
  );
  return <SettingsContext value={hold}>{children}</SettingsContext>;
}

export function useSettings(): SettingsHold {
  const hold = use(SettingsContext);
  if (!hold) throw new Error('useSettings outside SettingsProvider');
  return hold;
}
