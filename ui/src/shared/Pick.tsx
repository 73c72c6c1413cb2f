import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { useWords } from '../i18n/words';

interface PickProps<Value extends string> {
  label: string;
  value: Value | null;
  options: readonly { id: Value; words: string }[];
  onChange: (value: Value) => void;
}

/** One of many options, from a list that opens. */
export function Pick<Value extends string>({ label, value, options, onChange }: PickProps<Value>) {
  const { t } = useWords();
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => onChange(key as Value)}
      placeholder={t('pick-one')}
    >
      <Label>{label}</Label>
      <Button className="input pick">
        <SelectValue />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="options">
          {options.map(({ id, words }) => (
            <ListBoxItem key={id} id={id} textValue={words} className="option">
              {words}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
