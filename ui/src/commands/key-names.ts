/** What stands on a key cap, for a binding such as `$mod+Shift+KeyX` or `KeyG KeyI`. */
const names: Record<string, string> = {
  $mod: 'Ctrl',
  Slash: '/',
  Period: '.',
  Comma: ',',
  Semicolon: ';',
  Escape: 'Esc',
};

export function keyCaps(binding: string): string[] {
  return binding
    .replace('Shift+Slash', '?')
    .split(/[+ ]/u)
    .map((part) => names[part] ?? part.replace(/^Key/u, ''));
}
