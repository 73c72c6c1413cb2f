import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { CommandId } from './registry';

type Run = () => void;

/** What each command does now: the screen that came last answers. */
const running = new Map<CommandId, Run[]>();
const listeners = new Set<() => void>();
let available: readonly CommandId[] = [];

function changed() {
  available = [...running.entries()].filter(([, runs]) => runs.length > 0).map(([id]) => id);
  listeners.forEach((listener) => listener());
}

/** Lends a command its meaning for as long as the component stands. */
export function useCommand(id: CommandId, run: Run, when = true) {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!when) return;
    const here: Run = () => latest.current();
    running.set(id, [...(running.get(id) ?? []), here]);
    changed();
    return () => {
      running.set(
        id,
        (running.get(id) ?? []).filter((other) => other !== here),
      );
      changed();
    };
  }, [id, when]);
}

/** Runs a command; answers whether any screen took it. */
export function runCommand(id: CommandId): boolean {
  const run = running.get(id)?.at(-1);
  run?.();
  return run !== undefined;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The commands that would do something now. */
export function useAvailableCommands(): readonly CommandId[] {
  return useSyncExternalStore(subscribe, () => available);
}
