import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';

interface ButtonProps {
  children: ReactNode;
  onPress?: () => void;
  /** One filled button per screen: the next step. */
  look?: 'filled' | 'plain' | 'bare' | 'grave';
  small?: boolean;
  type?: 'button' | 'submit';
  isDisabled?: boolean;
  /** Needed when the content is an icon alone. */
  name?: string;
}

export function Button({ look = 'plain', small = false, name, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(name === undefined ? {} : { 'aria-label': name })}
      className={`button button-${look}${small ? ' button-small' : ''}`}
    />
  );
}
