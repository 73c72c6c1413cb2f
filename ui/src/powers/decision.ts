import type { CaseView } from '../api/generated/CaseView';
import type { Money } from '../api/generated/Money';
import type { PointAnswer } from '../api/generated/PointAnswer';
import type { PowerLine } from '../api/generated/PowerLine';
import type { RemedyAsk } from '../api/generated/RemedyAsk';
import type { Resolution } from '../api/generated/Resolution';
import type { RootCause } from '../api/generated/RootCause';

/** A remedy as it is chosen in the form. */
export interface Chosen {
  remedy: string;
  /** Whole minor units, for remedies that have an amount. */
  minor: number | null;
  proof: string;
}

/** The fields of the form; grounds and letter are as proposed while they are null. */
export interface Decision {
  remedies: Chosen[];
  none_because: string | null;
  points: PointAnswer[];
  grounds: string | null;
  /** Chosen, never proposed. */
  cause: RootCause | null;
  letter: string | null;
  /** The template that the letter began from. */
  template: string | null;
  /** The returned approval that this revises. */
  revises: string | null;
}

export const emptyDecision: Decision = {
  remedies: [],
  none_because: null,
  points: [],
  grounds: null,
  cause: null,
  letter: null,
  template: null,
  revises: null,
};

/** Begins the next revision from the resolution that was returned. */
function fromReturned(resolution: Resolution, approval: string): Decision {
  return {
    remedies: resolution.remedies.map(({ remedy, amount, proof }) => ({
      remedy,
      minor: amount?.minor ?? null,
      proof: proof ?? '',
    })),
    none_because: resolution.none_because,
    points: resolution.points,
    grounds: resolution.grounds,
    cause: resolution.cause,
    letter: resolution.letter.text,
    template: resolution.letter.template,
    revises: approval,
  };
}

/** A draft kept as JSON, a returned request, or a new form. */
export function beginDecision(view: CaseView, draft: string): Decision {
  if (draft !== '') {
    try {
      return { ...emptyDecision, ...(JSON.parse(draft) as Partial<Decision>) };
    } catch {
      return emptyDecision;
    }
  }
  const last = view.approvals.at(-1);
  const returned = last?.mine === true && last.state.state === 'returned';
  return returned ? fromReturned(last.resolution, last.approval) : emptyDecision;
}

/**
 * Every remedy that could be asked for, once: within my powers first. One that I hold up to a limit
 * goes up by itself when more is written.
 */
export function allLines({ powers }: CaseView): PowerLine[] {
  const held = new Set(powers.mine.map(({ remedy }) => remedy));
  return [...powers.mine, ...powers.above.filter(({ remedy }) => !held.has(remedy))];
}

/** What is granted: only what the writer chose. */
export function remediesOf(decision: Decision): Chosen[] {
  if (decision.none_because !== null) return [];
  return decision.remedies;
}

/**
 * The answer to a point: what the writer said, else what follows from it. With a reason why nothing is
 * granted it is "no, because"; a remedy answers "yes" where one thing was asked. Else none.
 */
export function answerTo(
  point: number,
  decision: Decision,
  view: CaseView,
): PointAnswer | undefined {
  const said = decision.points.find((answer) => answer.point === point);
  if (said) return said;
  const because = decision.none_because;
  if (because !== null) {
    return because.trim() === '' ? undefined : { point, outcome: 'refused', because };
  }
  const isCovered = view.points.length === 1 && decision.remedies.length > 0;
  return isCovered ? { point, outcome: 'granted', because: '' } : undefined;
}

/** The points that are answered. */
export function pointsOf(decision: Decision, view: CaseView): PointAnswer[] {
  const answers = view.points.map((_, point) => answerTo(point, decision, view));
  return answers.filter((answer) => answer !== undefined);
}

/** What is asked for, as it travels. */
export function asksOf(chosen: Chosen[], currency: string): RemedyAsk[] {
  return chosen.map(({ remedy, minor, proof }) => ({
    remedy,
    amount: minor === null ? null : { minor, currency },
    due: null,
    performer: null,
    proof: proof.trim() === '' ? null : proof.trim(),
  }));
}

/** Money of a chosen remedy, for the letter. */
export function moneyOf({ minor }: Chosen, currency: string): Money | null {
  return minor === null ? null : { minor, currency };
}
