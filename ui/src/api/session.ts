import { call } from './call';

export interface SignedIn {
  name: string;
  post: string;
  unit: string;
}

export interface DemoAccount {
  account: string;
  password: string;
  post: string;
}

/** Where the window stands: nobody signed in, locked, or open. */
export interface SessionView {
  state: 'signed_out' | 'locked' | 'open';
  account: string | null;
  who: SignedIn | null;
  /** Only when the platform says that it is a demonstration. */
  demo: DemoAccount[];
}

export interface SignInInput {
  account: string;
  password: string;
  /** Given by a manager, once per computer. */
  code: string;
  /** May the desk be opened here without the network? */
  offline: boolean;
}

export const session = () => call<SessionView>('session');
export const signIn = (input: SignInInput) => call<SessionView>('sign_in', { input });
export const unlock = (password: string) => call<SessionView>('unlock', { input: { password } });
export const lock = () => call<SessionView>('lock');
export const signOut = () => call<SessionView>('sign_out');
