import * as fixtures from './fixtures';

/** What each command answers; a list of errors by command makes it throw instead. */
export interface Answers {
  answers: Record<string, unknown>;
  refusals?: Record<string, unknown>;
}

export function answers(part: Record<string, unknown> = {}): Answers {
  const rows = Array.from({ length: 60 }, (_, place) => fixtures.row(place));
  return {
    answers: {
      session: fixtures.open,
      sign_in: fixtures.open,
      unlock: fixtures.open,
      lock: fixtures.locked,
      sign_out: fixtures.signedOut,
      queue: {
        rows,
        total: rows.length,
        counts: [
          ['mine', 60],
          ['overdue', 3],
          ['unowned', 12],
          ['unit', 340],
          ['answered', 5],
          ['closed', 818],
        ],
      },
      read_case: fixtures.caseView(),
      intake_choices: fixtures.choices,
      intake_drafts: [],
      lookup: {
        persons: [
          {
            person: fixtures.caseView().person,
            cases: [fixtures.row(0), fixtures.row(6, { stage: 'closed' })],
          },
        ],
        cases: [],
        phone: '+96824123456',
        more_at_platform: false,
      },
      search: {
        hits: [
          {
            row: fixtures.row(0),
            excerpt: fixtures.said('ماسورة مكسورة أمام البيت والماء يجري'),
            marks: [[0, 6]],
          },
          {
            row: fixtures.row(2),
            excerpt: fixtures.said('Internet line dead for six days'),
            marks: [[14, 18]],
          },
        ],
        more: false,
      },
      approvals: [fixtures.approvalRow],
      read_approval: fixtures.approvalView,
      agreement: fixtures.agreement,
      waiting: fixtures.waiting,
      save_draft: 'draft-1',
      check_reply: fixtures.check,
      check_decision: { ...fixtures.check, kind: 'decision', hints: [] },
      ...part,
    },
  };
}

/** Runs in the page before anything else: a door that answers from a table and keeps a log. */
export function installDoor(table: Answers) {
  // As in the real window: nothing may grow on the prototype of everything.
  Object.freeze(Object.prototype);
  const calls: [string, unknown][] = [];
  const heard: ((payload: unknown) => void)[] = [];
  const saved = { op: 'op-new', case: 'case-0', undo_until: null };
  Object.assign(window, {
    __calls: calls,
    __table: table,
    __tell: (payload: unknown) => heard.forEach((hear) => hear(payload)),
    __RIDA_STUB__: {
      call: (command: string, input: unknown) => {
        calls.push([command, input]);
        const refusal = table.refusals?.[command];
        // A refusal crosses the door as plain data.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        if (refusal !== undefined) return Promise.reject(refusal);
        if (command === 'settings') {
          return Promise.resolve(JSON.parse(localStorage.getItem('rida.settings') ?? '{}'));
        }
        if (command in table.answers) return Promise.resolve(table.answers[command]);
        const acts = /^(act_on|send|ask_person|decide|request|answer_approval|open_case)/u;
        return Promise.resolve(acts.test(command) ? saved : null);
      },
      hear: (_event: string, hear: (payload: unknown) => void) => {
        heard.push(hear);
        return () => undefined;
      },
    },
  });
}
