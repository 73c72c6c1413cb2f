import { useState } from 'react';

export interface PaneLimits {
  /** Remembered under this name on this computer. */
  name: string;
  initial: number;
  least: number;
  most: number;
}

const storageKey = (name: string) => `rida.pane.${name}`;

function remembered({ name, initial, least, most }: PaneLimits): number {
  const found = Number(localStorage.getItem(storageKey(name)) ?? initial);
  return Number.isFinite(found) ? Math.min(most, Math.max(least, found)) : initial;
}

/** The width of a pane in pixels, kept between starts. */
export function usePaneSize(limits: PaneLimits): [number, (size: number) => void] {
  const [size, setSize] = useState(() => remembered(limits));
  const keep = (wished: number) => {
    const kept = Math.min(limits.most, Math.max(limits.least, Math.round(wished)));
    localStorage.setItem(storageKey(limits.name), String(kept));
    setSize(kept);
  };
  return [size, keep];
}
