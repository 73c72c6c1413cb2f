import { call } from '../api/commands';
import type { SignInInput } from '../api/generated/SignInInput';

interface Beside {
  /** Enrols this computer. */
  code?: string;
  /** The password alone may open this computer. */
  alone?: boolean;
  /** What opened this computer before. */
  old?: string;
}

/** Signs in with the platform. */
export function signIn(
  { agency, staff, password }: Pick<SignInInput, 'agency' | 'staff' | 'password'>,
  { code = '', alone = false, old = '' }: Beside = {},
) {
  return call('sign_in', {
    input: {
      agency,
      staff,
      password,
      code: code.trim() || null,
      accept_password_only: alone,
      old_password: old || null,
    },
  });
}
