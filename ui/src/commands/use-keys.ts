import { useEffect } from 'react';
import { tinykeys, type KeyBindingMap } from 'tinykeys';
import { commands, type Command } from './registry';
import { runCommand } from './use-command';

/** Where letters are written; a choice among few takes none. */
const typing =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';

/** A list or a button answers Enter itself. */
const answersEnter = 'button, a, [role="row"], [role="option"], [role="menuitem"], summary';

function mayRun(command: Command, event: KeyboardEvent, shortcuts: boolean): boolean {
  if (event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : document.body;
  if (command.anywhere) return true;
  if (command.id === 'back') return target.closest('[role="dialog"]') === null;
  if (target.closest(`${typing}, [role="dialog"]`)) return false;
  if (event.code === 'Enter' && target.closest(answersEnter)) return false;
  return shortcuts || event.ctrlKey || event.metaKey || event.code.startsWith('F');
}

/** Sequences come first, so that the A of «G A» does not also mean A alone. */
const bound = commands
  .flatMap((command) => command.keys.map((keys) => ({ command, keys })))
  .sort((one, other) => other.keys.split(' ').length - one.keys.split(' ').length);

/** Binds every key of the registry to the window. */
export function useKeys(shortcuts: boolean) {
  useEffect(() => {
    const bindings: KeyBindingMap = {};
    for (const { command, keys } of bound) {
      bindings[keys] = (event) => {
        if (event.defaultPrevented || !mayRun(command, event, shortcuts)) return;
        if (!runCommand(command.id)) return;
        event.preventDefault();
        event.stopPropagation();
      };
    }
    return tinykeys(window, bindings, { capture: true });
  }, [shortcuts]);
}
