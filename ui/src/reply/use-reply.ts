import { useState } from 'react';
import { earlierChoice, nextDateOf, type NextChoice } from './next-date';
import { useTemplateText } from './use-template-text';
import { useChoices } from '../api/queries';
import type { AttachmentRef } from '../api/generated/AttachmentRef';
import type { CaseView } from '../api/generated/CaseView';
import type { ReplyInput } from '../api/generated/ReplyInput';
import type { ReplyKind } from '../api/generated/ReplyKind';
import type { TemplateChoice } from '../api/generated/TemplateChoice';
import { useWords } from '../i18n/words';
import { useDraft } from '../shared/use-draft';

interface Chosen {
  kind: ReplyKind;
  next: NextChoice;
  template: string | null;
  /** Warnings seen and sent in spite of, by code. */
  overrides: string[];
  attachments: AttachmentRef[];
}

const begin: Chosen = {
  kind: 'progress',
  next: { by: 'three-days' },
  template: null,
  overrides: [],
  attachments: [],
};

/** A reply being written: its text, kept as a draft, what was chosen for it, how it travels. */
export function useReply(view: CaseView) {
  const { language: own } = useWords();
  const days = useChoices().data?.next_days;
  const draft = useDraft('reply', view.row.case, view.drafts);
  const [chosen, setChosen] = useState(begin);
  const language = view.person?.language ?? own;
  const choose = (part: Partial<Chosen>) => setChosen((now) => ({ ...now, ...part }));
  const input = (): ReplyInput => ({
    ...chosen,
    case: view.row.case,
    seen: view.seen,
    text: draft.text,
    language,
    next: nextDateOf(chosen.next, days),
    draft: draft.id(),
  });
  const templateText = useTemplateText(view);
  const beginFrom = (template: TemplateChoice) => {
    const next = nextDateOf(chosen.next, days);
    choose({ template: template.code });
    draft.type(templateText(template, next?.next === 'at' ? next.at : null));
  };
  /** A next date that nobody chose gives way to one that the rule takes. */
  const suggest = (latest: NextChoice | null) => {
    const earlier = earlierChoice(latest, days);
    if (earlier && chosen.next === begin.next) choose({ next: earlier });
  };
  return { language, draft, chosen, choose, suggest, input, beginFrom };
}
