import type { ReactNode } from 'react';
import { firstStrong } from '../i18n/direction';
import { useWords } from '../i18n/words';
import { Input, Label, Text, TextField } from 'react-aria-components';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'password' | 'tel' | 'email';
  /** Phones, codes and accounts are always left to right. */
  ltr?: boolean;
  hint?: ReactNode;
  autoComplete?: string;
  autoFocus?: boolean;
}

/** A line of text with its label; pasting is always allowed. */
export function Field({ label, hint, ltr = false, type = 'text', ...rest }: FieldProps) {
  const { direction } = useWords();
  const { autoFocus = false, ...field } = rest;
  return (
    <TextField {...field} type={type} className="field" autoFocus={autoFocus}>
      <Label>{label}</Label>
      <Input
        className="input"
        dir={ltr ? 'ltr' : firstStrong(rest.value, direction)}
        spellCheck={false}
      />
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
