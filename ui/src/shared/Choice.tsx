import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | null;
  options: readonly { id: Value; words: string }[];
  onChange: (value: Value) => void;
  /** The label is spoken but not printed. */
  quietLabel?: boolean;
}

/** A few options side by side, one of them chosen. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, options, onChange, quietLabel = false } = props;
  return (
    <RadioGroup
      className="choice"
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      orientation="horizontal"
    >
      <Label className={quietLabel ? 'unseen' : 'label'}>{label}</Label>
      <div className="choice-options">
        {options.map(({ id, words }) => (
          <RadioField key={id} value={id}>
            <RadioButton className="choice-option">{words}</RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
