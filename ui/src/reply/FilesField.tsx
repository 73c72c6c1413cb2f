import { CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components';
import type { AttachmentRef } from '../api/generated/AttachmentRef';
import { useWords } from '../i18n/words';

interface FilesFieldProps {
  /** All files of the case. */
  files: AttachmentRef[];
  chosen: AttachmentRef[];
  onChange: (chosen: AttachmentRef[]) => void;
}

/** Which files of the case go out with the reply; it waits until they are whole. */
export function FilesField({ files, chosen, onChange }: FilesFieldProps) {
  const { t } = useWords();
  if (files.length === 0) return null;
  return (
    <CheckboxGroup
      className="choice"
      value={chosen.map(({ hash }) => hash)}
      onChange={(hashes) => onChange(files.filter(({ hash }) => hashes.includes(hash)))}
    >
      <Label className="label">{t('reply-files')}</Label>
      <div className="choice-options">
        {files.map(({ hash, name }) => (
          <CheckboxField key={hash} value={hash}>
            <CheckboxButton className="check">
              <span className="check-box" />
              <bdi className="file-name">{name}</bdi>
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  );
}
