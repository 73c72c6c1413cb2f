import { SwitchButton, SwitchField, Text } from 'react-aria-components';

interface ToggleProps {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (on: boolean) => void;
}

/** One thing that is on or off, with a sentence that says what follows. */
export function Toggle({ label, hint, isOn, onChange }: ToggleProps) {
  return (
    <SwitchField isSelected={isOn} onChange={onChange}>
      <SwitchButton className="switch">
        <span className="switch-track" />
        {label}
      </SwitchButton>
      {hint !== undefined && (
        <Text slot="description" elementType="p" className="field-hint">
          {hint}
        </Text>
      )}
    </SwitchField>
  );
}
