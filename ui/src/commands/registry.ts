/**
 * One list of everything that a key can do. It drives the keys, the palette and the sheet of keys.
 * Keys are written as places on the keyboard (`event.code`), because with an Arabic layout the key
 * J writes «ت». `anywhere` keys work inside a field too; single letters never do.
 */
export interface Command {
  id: CommandId;
  group: 'go' | 'list' | 'case' | 'write' | 'window';
  keys: string[];
  anywhere?: boolean;
}

const list = {
  palette: { group: 'window', keys: ['$mod+KeyK'], anywhere: true },
  keys: { group: 'window', keys: ['Shift+Slash', 'F1'] },
  panes: { group: 'window', keys: ['F6'], anywhere: true },
  lock: { group: 'window', keys: ['$mod+Shift+KeyL'], anywhere: true },
  settings: { group: 'window', keys: ['$mod+Comma'], anywhere: true },
  'go-desk': { group: 'go', keys: ['KeyG KeyI'] },
  'go-approvals': { group: 'go', keys: ['KeyG KeyA'] },
  'go-search': { group: 'go', keys: ['Slash', 'KeyG KeyS'] },
  'go-agreement': { group: 'go', keys: ['KeyG KeyY'] },
  'new-contact': { group: 'go', keys: ['KeyC'] },
  next: { group: 'list', keys: ['KeyJ'] },
  previous: { group: 'list', keys: ['KeyK'] },
  open: { group: 'list', keys: ['Enter'] },
  back: { group: 'list', keys: ['Escape'] },
  reply: { group: 'case', keys: ['KeyR'] },
  note: { group: 'case', keys: ['KeyN'] },
  decide: { group: 'case', keys: ['KeyE'] },
  powers: { group: 'case', keys: ['KeyP'] },
  'same-matter': { group: 'case', keys: ['KeyM'] },
  assign: { group: 'case', keys: ['KeyA'] },
  'copy-reference': { group: 'case', keys: ['Period'] },
  'copy-with-title': { group: 'case', keys: ['Period Period'] },
  'show-changes': { group: 'list', keys: ['KeyV'] },
  'take-back': { group: 'case', keys: ['$mod+KeyZ'] },
  send: { group: 'write', keys: ['$mod+Enter'], anywhere: true },
  template: { group: 'write', keys: ['$mod+Semicolon'], anywhere: true },
  'turn-direction': { group: 'write', keys: ['$mod+Shift+KeyX'], anywhere: true },
} as const satisfies Record<string, Omit<Command, 'id'>>;

export type CommandId = keyof typeof list;

export const commands: Command[] = Object.entries(list).map(([id, command]) => ({
  ...command,
  id: id as CommandId,
  keys: [...command.keys],
}));
