import { useEffect, useId, useRef, useState } from 'react';
import { useCommand } from '../commands/use-command';
import { firstStrong } from '../i18n/direction';
import type { Direction } from '../i18n/locale';
import { useWords } from '../i18n/words';

interface WritingProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** The label is spoken but not printed. */
  quietLabel?: boolean;
  /** The form opened for this field. */
  autoFocus?: boolean;
}

const leastLines = 3;
const mostLines = 12;

/** Lines that the text will take, long lines counted as more than one. */
function linesOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 90), 0);
  return Math.min(mostLines, Math.max(leastLines, lines + 1));
}

/** A field for prose in the direction of its own first letter; one key turns it by hand. */
export function Writing(props: WritingProps) {
  const { label, value, onChange, onBlur, placeholder, quietLabel = false } = props;
  const { direction } = useWords();
  const [turned, setTurned] = useState<Direction | null>(null);
  const [focused, setFocused] = useState(false);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { autoFocus = false } = props;
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  const own = turned ?? firstStrong(value, direction);
  useCommand('turn-direction', () => setTurned(own === 'rtl' ? 'ltr' : 'rtl'), focused);
  return (
    <div className="field">
      <label htmlFor={id} className={quietLabel ? 'unseen' : ''}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        className="input writing"
        dir={own}
        rows={linesOf(value)}
        value={value}
        placeholder={placeholder}
        spellCheck
        onFocus={() => setFocused(true)}
        onBlur={() => {
          setFocused(false);
          onBlur?.();
        }}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
