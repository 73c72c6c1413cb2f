import { refusalOf } from '../shared/failure';
import { useWords } from '../i18n/words';
import { Field } from '../shared/Field';

/** The platform took the password, and this computer still opens with the one before it. */
export function asksForOld(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return code === 'old_password_needed' || code === 'old_password_wrong';
}

interface OldPasswordProps {
  value: string;
  onChange: (value: string) => void;
}

/** Asked once: from then on the new password opens this computer. */
export function OldPassword({ value, onChange }: OldPasswordProps) {
  const { t } = useWords();
  return (
    <Field
      label={t('sign-in-old')}
      hint={t('sign-in-old-hint')}
      value={value}
      onChange={onChange}
      type="password"
      ltr
      autoComplete="off"
      autoFocus
    />
  );
}
