import { createContext, use, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { directionOf, type CalendarChoice, type Digits, type Language } from '../i18n/locale';

/** How the window looks on this computer. Holds nothing about cases or persons. */
export interface Settings {
  language: Language;
  digits: Digits;
  calendar: CalendarChoice;
  theme: 'system' | 'light' | 'dark';
  /** Percent of the ordinary text size. */
  textSize: number;
  shortcuts: boolean;
  rows: 'two-lines' | 'compact';
}

export const textSizes = [90, 100, 115, 130, 150, 200];

const plain: Settings = {
  language: 'ar',
  digits: 'latn',
  calendar: 'gregory',
  theme: 'system',
  textSize: 100,
  shortcuts: true,
  rows: 'two-lines',
};

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
  root.style.setProperty('--text-scale', String(settings.textSize / 100));
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
