//! Placing an action: it waits, or it is judged and may free others.

use super::check::{Body, Received};
use crate::Error;
use crate::judge::{Ask, Bench, Seen};
use crate::store::{Cause, HeldRow, StoredOutcome};
use chrono::{DateTime, Utc};
use domain::{Action, DeviceId, OpId, Refusal};
use protocol::{Base, HeldWhy, Outcome, Receipt, ReceiptState};
use std::collections::VecDeque;

/// Actions that may be judged now, in order. A queue, not a recursion: a hostile chain may be long.
#[derive(Default)]
pub(super) struct Placing {
    pub(super) freed: VecDeque<Freed>,
    receipts: Vec<Receipt>,
}

/// An action whose cause to wait is gone.
pub(super) struct Freed {
    pub(super) op: OpId,
    /// The action whose answer freed it; it is no cause to wait any more.
    pub(super) answered: Option<OpId>,
    /// What the answer saw, and on which computer: the item was redone as one, so an action of that
    /// computer is judged as if it saw it too.
    pub(super) base: Option<(DeviceId, Base)>,
}

impl Placing {
    /// Places a new action, then all that it frees. Answers its state, and the receipts of the others.
    pub(super) fn place_all(
        mut self,
        bench: &mut Bench<'_>,
        received: &Received,
    ) -> Result<(ReceiptState, Vec<Receipt>), Error> {
        let free = Freed { op: received.header.op, answered: None, base: None };
        let state = self.place(bench, received, &free)?;
        Ok((state, self.place_freed(bench)?))
    }

    /// Places what was freed, until nothing is.
    pub(super) fn place_freed(mut self, bench: &mut Bench<'_>) -> Result<Vec<Receipt>, Error> {
        while let Some(freed) = self.freed.pop_front() {
            // Given up meanwhile.
            if bench.tx.verdict(bench.agency, freed.op)?.is_some() {
                continue;
            }
            let row = bench.tx.action(bench.agency, freed.op)?;
            let received = Received::of_row(row.ok_or(Error::Broken("held, but not stored"))?)?;
            let header_hash = received.header_hash;
            let state = self.place(bench, &received, &freed)?;
            self.receipts.push(Receipt { op: freed.op, header_hash, state });
        }
        Ok(self.receipts)
    }

    fn place(
        &mut self,
        bench: &mut Bench<'_>,
        received: &Received,
        free: &Freed,
    ) -> Result<ReceiptState, Error> {
        if bench.taken_back.contains(&received.header.op) {
            return Self::nothing(bench, received);
        }
        let why = match bench.waits_for(received, free)? {
            Some(why) => why,
            None => match self.judge(bench, received, free)? {
                Some(state) => return Ok(state),
                None => HeldWhy::NewerSchema,
            },
        };
        let op = received.header.op;
        let row = HeldRow { op, link: received.link(), case: received.header.case, why };
        bench.tx.put_held(bench.agency, &row)?;
        if !matches!(row.why, HeldWhy::Predecessor { .. }) {
            bench.block_after(received)?;
        }
        Ok(ReceiptState::Held { why: row.why })
    }

    /// None when the rule broke on it.
    fn judge(
        &mut self,
        bench: &mut Bench<'_>,
        received: &Received,
        free: &Freed,
    ) -> Result<Option<ReceiptState>, Error> {
        let Body::Whole(action) = &received.body else { return Ok(None) };
        let ask = ask(received, action, free, bench.now);
        let confirmed = bench.confirmed(received)?;
        let is_strange = received.header.confirms.is_some() && confirmed.is_none();
        let given_up = if is_strange { None } else { bench.gives_up(received, action)? };
        let outcome = match given_up {
            Some(_) => Some(Outcome::Accepted { seq_first: None, seq_last: None }),
            None if is_strange => Some(not_theirs()),
            None => bench.judge(&ask)?,
        };
        let Some(outcome) = outcome else { return Ok(None) };
        let accepted = StoredOutcome::from(&outcome) == StoredOutcome::Accepted;
        let (_, verdict) = bench.pronounce(&ask, outcome)?;
        bench.tx.delete_held(bench.agency, ask.op)?;
        if let Some(answered) = confirmed {
            bench.tx.put_answer(bench.agency, answered, ask.op)?;
        }
        if let Some(target) = given_up {
            self.give_up(bench, received, target)?;
        }
        if accepted {
            self.accepted(bench, received)?;
        } else {
            bench.block_after(received)?;
        }
        Ok(Some(ReceiptState::Judged { verdict }))
    }

    /// Frees what waited for an accepted action, and what waited for the one it answers.
    fn accepted(&mut self, bench: &mut Bench<'_>, received: &Received) -> Result<(), Error> {
        let (op, base) = (received.header.op, received.header.base);
        let confirmed = bench.confirmed(received)?;
        if let Some(case) = received.header.case {
            let link = received.link();
            let block = bench.tx.block(bench.agency, &link, case)?;
            if block.is_some_and(|it| it == op || Some(it) == confirmed) {
                bench.tx.delete_block(bench.agency, &link, case)?;
            }
        }
        if let Some(answered) = confirmed {
            self.free(
                bench,
                &Cause::Op(answered),
                Some(answered),
                Some((received.header.device, base)),
            )?;
        }
        self.free(bench, &Cause::Op(op), None, None)
    }

    /// Puts what waits for a cause into the queue.
    pub(super) fn free(
        &mut self,
        bench: &Bench<'_>,
        cause: &Cause,
        answered: Option<OpId>,
        base: Option<(DeviceId, Base)>,
    ) -> Result<(), Error> {
        for op in bench.tx.held_by(bench.agency, cause)? {
            self.freed.push_back(Freed { op, answered, base });
        }
        Ok(())
    }

    /// Judges as nothing what was given up; its body need not have come for that.
    pub(super) fn nothing(
        bench: &mut Bench<'_>,
        received: &Received,
    ) -> Result<ReceiptState, Error> {
        let op = received.header.op;
        let free = Freed { op, answered: None, base: None };
        let action = received.action().unwrap_or(&Action::Take);
        let nothing = Outcome::Accepted { seq_first: None, seq_last: None };
        let (_, verdict) = bench.pronounce(&ask(received, action, &free, bench.now), nothing)?;
        bench.tx.delete_held(bench.agency, op)?;
        Ok(ReceiptState::Judged { verdict })
    }

    /// Tells what became of an action besides the one that was sent.
    pub(super) fn tell(&mut self, received: &Received, state: ReceiptState) {
        let (op, header_hash) = (received.header.op, received.header_hash);
        self.receipts.push(Receipt { op, header_hash, state });
    }
}

/// The verdict on an answer to an action that is not its writer's, or not of the same case.
fn not_theirs() -> Outcome {
    Outcome::Rejected { refusal: Refusal::NotYours, next_steps: Vec::new() }
}

fn ask<'a>(
    received: &'a Received,
    action: &'a Action,
    free: &Freed,
    now: DateTime<Utc>,
) -> Ask<'a> {
    let header = &received.header;
    let base = match free.base {
        Some((device, base)) if device == header.device && base.seq > header.base.seq => base,
        Some(_) | None => header.base,
    };
    Ask {
        op: header.op,
        header_hash: received.header_hash,
        actor: &header.actor,
        case: header.case,
        action,
        claimed_at: domain::bounds::nearest(header.claimed_at, now),
        seen: Some(Seen { link: received.link(), base }),
    }
}
