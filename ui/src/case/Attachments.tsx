import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Paperclip } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { base64Of, checkSize } from './base64';
import { useFilesIn } from './use-files-in';
import { call } from '../api/commands';
import type { AttachmentRef } from '../api/generated/AttachmentRef';
import type { CaseView } from '../api/generated/CaseView';
import { useWords, type Translate } from '../i18n/words';
import { Button } from '../shared/Button';
import { Fault } from '../shared/Fault';

function sizeWords(bytes: number, t: Translate): string {
  if (bytes < 1_048_576) return t('file-kb', { size: Math.max(1, Math.round(bytes / 1024)) });
  return t('file-mb', { size: Math.round(bytes / 104_857.6) / 10 });
}

interface FileLineProps {
  file: AttachmentRef;
  onOpen: () => void;
  onSave: () => void;
}

function FileLine({ file, onOpen, onSave }: FileLineProps) {
  const { t } = useWords();
  return (
    <li>
      <Button look="bare" small onPress={onOpen}>
        <Paperclip aria-hidden />
        <bdi className="file-name" title={file.name}>
          {file.name}
        </bdi>
        <span className="quiet">{sizeWords(file.bytes, t)}</span>
      </Button>
      <Button look="bare" small name={t('file-save', { name: file.name })} onPress={onSave}>
        <Download aria-hidden />
      </Button>
    </li>
  );
}

/** Dropped, pasted or chosen: each way ends in the same list of the case. */
function useAttaching(caseId: string, bytesMax: number) {
  const queries = useQueryClient();
  const onSuccess = () => void queries.invalidateQueries({ queryKey: ['case', caseId] });
  const choosing = useMutation({
    mutationFn: () => call('choose_files', { case: caseId }),
    onSuccess,
  });
  const adding = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        checkSize(file, bytesMax);
        const bytes = base64Of(await file.arrayBuffer());
        await call('attach_file', { case: caseId, name: file.name, bytes });
      }
    },
    onSuccess,
  });
  return { choosing, adding };
}

function Adding({ view }: { view: CaseView }) {
  const { t } = useWords();
  const { choosing, adding } = useAttaching(view.row.case, view.attachment_bytes_max);
  const count = view.attachments.length;
  useFilesIn((files) => adding.mutate(files));
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A file falls anywhere on the window; what became of it is said here.
    if (adding.status !== 'idle') place.current?.scrollIntoView({ block: 'nearest' });
  }, [adding.status, count]);
  return (
    <div ref={place}>
      <p className="quiet small">
        {t('files-hint')} {t('files-limit', { size: sizeWords(view.attachment_bytes_max, t) })}
      </p>
      <div className="buttons">
        <Button small onPress={() => choosing.mutate()}>
          {t('files-choose')}
        </Button>
      </div>
      <Fault error={choosing.error ?? adding.error} />
    </div>
  );
}

/** Files of the case. */
export function Attachments({ view }: { view: CaseView }) {
  const { t } = useWords();
  const caseId = view.row.case;
  const opening = useMutation({
    mutationFn: (hash: string) => call('open_attachment', { case: caseId, hash }),
  });
  const saving = useMutation({
    mutationFn: (hash: string) => call('save_attachment', { case: caseId, hash }),
  });
  return (
    <>
      <ul className="files">
        {view.attachments.map((file) => (
          <FileLine
            key={file.hash}
            file={file}
            onOpen={() => opening.mutate(file.hash)}
            onSave={() => saving.mutate(file.hash)}
          />
        ))}
      </ul>
      <Fault error={opening.error ?? saving.error} />
      {saving.data != null && (
        <p role="status" className="quiet small">
          {t('file-saved', { name: saving.data })}
        </p>
      )}
      {view.may.includes('attach') && <Adding view={view} />}
    </>
  );
}
