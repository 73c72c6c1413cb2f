import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { TemplateChoice } from '../api/generated/TemplateChoice';
import { useChoices } from '../api/queries';
import { useCommand } from '../commands/use-command';
import { useLabel } from '../i18n/labels';
import { useWords } from '../i18n/words';

interface TemplatesProps {
  /** The case's category; templates of others are not offered. */
  category: string;
  onChoose: (template: TemplateChoice) => void;
}

/** A text to begin from; what a template brings never counts as a fact of the case. */
export function Templates({ category, onChoose }: TemplatesProps) {
  const { t } = useWords();
  const label = useLabel();
  const { data } = useChoices();
  const [open, setOpen] = useState(false);
  useCommand('template', () => setOpen(true));
  const templates = (data?.templates ?? []).filter(
    ({ categories }) => categories.length === 0 || categories.includes(category),
  );
  if (templates.length === 0) return null;
  return (
    <MenuTrigger isOpen={open} onOpenChange={setOpen}>
      <AriaButton className="button button-bare">
        <FileText aria-hidden />
        {t('templates')}
      </AriaButton>
      <Popover className="popover">
        <Menu aria-label={t('templates')} items={templates}>
          {(template) => (
            <MenuItem
              id={template.code}
              className="option"
              textValue={label(template.label)}
              onAction={() => onChoose(template)}
            >
              {label(template.label)}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
