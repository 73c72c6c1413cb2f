import { call } from './call';

/** What the status line says about the agreement with the platform. */
export interface StatusView {
  connected: boolean;
  /** The last contact with the platform, RFC 3339. */
  last_contact: string | null;
  pending: number;
  attention: number;
  desk_due: number;
  approvals: number;
}

export const status = () => call<StatusView>('status');
