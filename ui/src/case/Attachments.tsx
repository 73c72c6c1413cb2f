import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Paperclip } from 'lucide-react';
import { DropZone, isFileDropItem, Text, type DropItem } from 'react-aria-components';
import { call } from '../api/commands';
import type { AttachmentRef } from '../api/generated/AttachmentRef';
import type { CaseView } from '../api/generated/CaseView';
import { useWords, type Translate } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';
import { base64Of } from './base64';

function sizeWords(bytes: number, t: Translate): string {
  if (bytes < 1_048_576) return t('file-kb', { size: Math.max(1, Math.round(bytes / 1024)) });
  return t('file-mb', { size: Math.round(bytes / 104_857.6) / 10 });
}

function FileLine({ file, onOpen }: { file: AttachmentRef; onOpen: () => void }) {
  const { t } = useWords();
  return (
    <li>
      <Button look="bare" small onPress={onOpen}>
        <Paperclip aria-hidden />
        <bdi className="file-name">{file.name}</bdi>
        <span className="quiet">{sizeWords(file.bytes, t)}</span>
      </Button>
    </li>
  );
}

async function filesOf(items: DropItem[]): Promise<File[]> {
  return Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()));
}

/** Files of the case: dropped, pasted or chosen into one list. */
export function Attachments({ view }: { view: CaseView }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const caseId = view.row.case;
  const done = { onSuccess: () => void queries.invalidateQueries({ queryKey: ['case', caseId] }) };
  const opening = useMutation({
    mutationFn: (hash: string) => call('open_attachment', { case: caseId, hash }),
  });
  const choosing = useMutation({
    mutationFn: () => call('choose_files', { case: caseId }),
    ...done,
  });
  const adding = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        const bytes = base64Of(await file.arrayBuffer());
        await call('attach_file', { case: caseId, name: file.name, bytes });
      }
    },
    ...done,
  });
  const files = (
    <ul>
      {view.attachments.map((file) => (
        <FileLine key={file.hash} file={file} onOpen={() => opening.mutate(file.hash)} />
      ))}
    </ul>
  );
  const error = opening.error ?? choosing.error ?? adding.error;
  if (!view.may.includes('attach')) {
    return (
      <>
        {files}
        <Fault error={error} />
      </>
    );
  }
  return (
    <DropZone
      className="files"
      aria-label={t('side-files')}
      onDrop={({ items }) => void filesOf(items).then((dropped) => adding.mutate(dropped))}
    >
      {files}
      <Text slot="label" className="quiet small">
        {t('files-hint')}
      </Text>
      <Button small onPress={() => choosing.mutate()}>
        {t('files-choose')}
      </Button>
      <Fault error={error} />
    </DropZone>
  );
}
