import type { CaseView } from '../api/generated/CaseView';
import type { Fact } from '../api/generated/Fact';
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

/** The fields of the form; what is null is still as proposed. */
export interface Decision {
  remedies: Chosen[] | null;
  none_because: string | null;
  points: PointAnswer[];
  grounds: string | null;
  cause: RootCause | null;
  letter: string | null;
  /** The template that the letter began from. */
  template: string | null;
  facts: Fact[];
  /** The returned approval that this revises. */
  revises: string | null;
}

export const emptyDecision: Decision = {
  remedies: null,
  none_because: null,
  points: [],
  grounds: null,
  cause: null,
  letter: null,
  template: null,
  facts: [],
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
    facts: resolution.letter.facts,
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

/** The first remedy within my powers that needs neither an amount nor a proof. */
function proposedRemedies(view: CaseView): Chosen[] {
  const plain = view.powers.mine.find((line) => !line.amount && !line.proof_required);
  return plain ? [{ remedy: plain.remedy, minor: null, proof: '' }] : [];
}

export function remediesOf(decision: Decision, view: CaseView): Chosen[] {
  if (decision.none_because !== null) return [];
  return decision.remedies ?? proposedRemedies(view);
}

/** An answer to each point; granted as long as nothing else was said. */
export function pointsOf(decision: Decision, view: CaseView): PointAnswer[] {
  return view.points.map(
    (_, point) =>
      decision.points.find((answer) => answer.point === point) ?? {
        point,
        outcome: decision.none_because === null ? 'granted' : 'refused',
        because: decision.none_because ?? '',
      },
  );
}

export const proposedCause: RootCause = 'system';

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
