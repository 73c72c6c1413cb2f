import { useState } from 'react';
import { useLocation } from 'wouter';
import { Places } from './Places';
import { Rail } from './Rail';
import { StatusLine } from './StatusLine';
import { nextPane } from './next-pane';
import { useNews } from './use-news';
import { useRoom } from './use-room';
import { useNoNavigation } from './use-no-navigation';
import { lockWindow } from '../account/lock-window';
import { useSessionAction } from '../account/use-session';
import type { AgreementView } from '../api/generated/AgreementView';
import { useAgreement, useApprovals, useQueue } from '../api/queries';
import { KeySheet } from '../commands/KeySheet';
import { Palette } from '../commands/Palette';
import { useCommand } from '../commands/use-command';
import { useKeys } from '../commands/use-keys';
import { useSettings } from '../settings/settings';
import { useIdleLock } from '../settings/use-idle-lock';
import { useKeptSettings } from '../settings/use-kept-settings';

/** The commands that work on every screen. */
function useFrameCommands(openPalette: () => void, openKeys: () => void, lock: () => void) {
  const [, go] = useLocation();
  useCommand('palette', openPalette);
  useCommand('keys', openKeys);
  useCommand('panes', nextPane);
  useCommand('lock', lock);
  useCommand('settings', () => go('/settings'));
  useCommand('go-desk', () => go('/desk'));
  useCommand('go-approvals', () => go('/approvals'));
  useCommand('go-search', () => go('/search'));
  useCommand('go-agreement', () => go('/agreement'));
  useCommand('new-contact', () => go('/intake'));
}

/** What waits, for the rail. */
function useCounts(agreement: AgreementView | undefined) {
  const { data: desk } = useQueue('mine');
  const { data: approvals } = useApprovals();
  const overdue = desk?.pages[0]?.counts.find(([filter]) => filter === 'overdue')?.[1] ?? 0;
  return {
    desk: overdue,
    approvals: approvals?.length ?? 0,
    agreement: agreement?.attention ?? 0,
  };
}

/** The open desk: rail, place, status line, and what lies over them. */
export function Frame() {
  const [palette, setPalette] = useState(false);
  const [keys, setKeys] = useState(false);
  const { data: agreement } = useAgreement();
  const counts = useCounts(agreement);
  useNews();
  useNoNavigation();
  const room = useRoom();
  useKeptSettings();
  const { shortcuts, lock_minutes: minutes } = useSettings().settings;
  useKeys(shortcuts);
  const { mutate: lock } = useSessionAction(lockWindow);
  useIdleLock(minutes, lock);
  useFrameCommands(
    () => setPalette(true),
    () => setKeys(true),
    lock,
  );
  return (
    <div className={`frame frame-${room}`}>
      <Rail counts={counts} />
      <div className="place">
        <Places />
      </div>
      <StatusLine agreement={agreement} />
      <Palette open={palette} onOpen={setPalette} />
      <KeySheet open={keys} onOpen={setKeys} />
    </div>
  );
}
