import { useState } from 'react';
import { allLines, asksOf, beginDecision, pointsOf, remediesOf, type Decision } from './decision';
import { proposedLetter } from './letter';
import { useMe } from '../account/me';
import type { CaseView } from '../api/generated/CaseView';
import type { DecideInput } from '../api/generated/DecideInput';
import type { TemplateChoice } from '../api/generated/TemplateChoice';
import { useWords } from '../i18n/words';
import { useTemplateText } from '../reply/use-template-text';
import { useSettings } from '../settings/settings';
import { useDraft } from '../shared/use-draft';

/** The form of a decision: proposed values, what was changed, and how it travels. */
export function useDecision(view: CaseView) {
  const me = useMe();
  const { language: own } = useWords();
  const { settings } = useSettings();
  const draft = useDraft('decision', view.row.case, view.drafts);
  const [decision, setDecision] = useState(() => beginDecision(view, draft.text));
  const [overrides, setOverrides] = useState<string[]>([]);
  const language = view.person?.language ?? own;
  const lines = allLines(view);
  const chosen = remediesOf(decision);
  const { zone, currency } = me;
  const proposed = proposedLetter({
    view,
    decision,
    chosen,
    lines,
    language,
    settings,
    zone,
    currency,
  });
  const basis = lines.find(({ remedy }) => remedy === chosen[0]?.remedy)?.legal_basis;
  const grounds = decision.grounds ?? basis?.[own] ?? view.standard?.[own] ?? '';
  const letter = decision.letter ?? proposed;
  const change = (part: Partial<Decision>) => {
    const next = { ...decision, ...part };
    setDecision(next);
    draft.type(JSON.stringify(next));
  };
  const input = (): DecideInput => ({
    remedies: asksOf(chosen, currency),
    none_because: decision.none_because,
    points: pointsOf(decision, view),
    grounds,
    cause: decision.cause,
    letter: {
      case: view.row.case,
      seen: view.seen,
      kind: 'decision',
      text: letter,
      language,
      template: decision.template,
      next: null,
      draft: draft.id(),
      overrides,
      attachments: [],
    },
    revises: decision.revises,
  });
  const templateText = useTemplateText(view);
  const beginFrom = (template: TemplateChoice) => {
    const due = lines.find(({ remedy }) => remedy === chosen[0]?.remedy)?.due ?? null;
    change({ letter: templateText(template, due), template: template.code });
  };
  return {
    language,
    decision,
    change,
    beginFrom,
    draft,
    lines,
    chosen,
    grounds,
    letter,
    input,
    overrides,
    setOverrides,
  };
}

export type DecisionForm = ReturnType<typeof useDecision>;
