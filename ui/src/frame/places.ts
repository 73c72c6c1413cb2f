import {
  Inbox,
  type LucideIcon,
  PhoneIncoming,
  RefreshCw,
  Search,
  Settings,
  Stamp,
} from 'lucide-react';

export type PlaceId = 'desk' | 'approvals' | 'intake' | 'search' | 'agreement' | 'settings';

interface Place {
  id: PlaceId;
  path: string;
  icon: LucideIcon;
}

/** The places of the rail, in their order. */
export const places: Place[] = [
  { id: 'desk', path: '/desk', icon: Inbox },
  { id: 'approvals', path: '/approvals', icon: Stamp },
  { id: 'intake', path: '/intake', icon: PhoneIncoming },
  { id: 'search', path: '/search', icon: Search },
  { id: 'agreement', path: '/agreement', icon: RefreshCw },
  { id: 'settings', path: '/settings', icon: Settings },
];
