import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Places } from './Places';
import { Rail } from './Rail';
import { StatusLine } from './StatusLine';
import { nextPane } from './next-pane';
import { useNews } from './use-news';
import { useSessionAction } from '../account/use-session';
import { status as readStatus } from '../api/agreement';
import { lock, type SignedIn } from '../api/session';
import { KeySheet } from '../commands/KeySheet';
import { Palette } from '../commands/Palette';
import { useCommand } from '../commands/use-command';
import { useKeys } from '../commands/use-keys';
import { useSettings } from '../settings/settings';

/** The commands that work on every screen. */
function useFrameCommands(openPalette: () => void, openKeys: () => void) {
  const [, go] = useLocation();
  const locking = useSessionAction(lock);
  useCommand('palette', openPalette);
  useCommand('keys', openKeys);
  useCommand('panes', nextPane);
  useCommand('lock', () => locking.mutate(undefined));
  useCommand('settings', () => go('/settings'));
  useCommand('go-desk', () => go('/desk'));
  useCommand('go-approvals', () => go('/approvals'));
  useCommand('go-search', () => go('/search'));
  useCommand('go-agreement', () => go('/agreement'));
  useCommand('new-contact', () => go('/intake'));
}

/** The open desk: rail, place, status line, and what lies over them. */
export function Frame({ who }: { who: SignedIn }) {
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const { data: status } = useQuery({ queryKey: ['status'], queryFn: readStatus });
  useNews();
  useKeys(useSettings().settings.shortcuts);
  useFrameCommands(
    () => setPalette(true),
    () => setKeys(true),
  );
  const counts = status
    ? { desk: status.desk_due, approvals: status.approvals, agreement: status.attention }
    : {};
  return (
    <div className="frame">
      <Rail counts={counts} />
      <div className="place">
        <Places />
      </div>
      <StatusLine status={status} who={who} />
      <Palette open={palette} onOpen={setPalette} />
      <KeySheet open={keys} onOpen={setKeys} />
    </div>
  );
}
