//! What an action waits for, and what waits for it. The rule stands in the module above.

use super::check::{Body, Received};
use super::place::{Freed, Placing};
use crate::Error;
use crate::judge::Bench;
use crate::store::{Cause, StoredOutcome};
use domain::{Action, CaseId, OpId};
use protocol::{Header, HeldWhy, Outcome};

/// Answers to answers that are followed; more is no honest chain.
const ANSWERS_MAX: usize = 64;

impl Bench<'_> {
    /// The first thing that an action waits for.
    pub(super) fn waits_for(
        &self,
        received: &Received,
        free: &Freed,
    ) -> Result<Option<HeldWhy>, Error> {
        if let Some(op) = self.blocked_by(received, free)? {
            return Ok(Some(HeldWhy::Predecessor { op }));
        }
        let action = match &received.body {
            Body::Missing => return Ok(Some(HeldWhy::Body)),
            Body::Newer => return Ok(Some(HeldWhy::NewerSchema)),
            Body::Whole(action) => action,
        };
        for op in &received.header.depends_on {
            if !self.is_settled(*op)? {
                return Ok(Some(HeldWhy::Predecessor { op: *op }));
            }
        }
        self.missing_attachment(received, action)
    }

    /// The action of the same chain that holds this one on its case, because its writer can't have
    /// known what became of it. What they built on knowingly, `depends_on` says.
    fn blocked_by(&self, received: &Received, free: &Freed) -> Result<Option<OpId>, Error> {
        let header = &received.header;
        let Some(case) = header.case else { return Ok(None) };
        let block = self.tx.block(self.agency, &received.link(), case)?;
        let Some(block) = block.filter(|it| *it != header.op) else { return Ok(None) };
        let confirms = self.confirmed(received)?;
        let answers = confirms == Some(block) || free.answered == Some(block);
        if answers || !self.is_unseen(block)? || self.passes(received.action(), case)? {
            return Ok(None);
        }
        Ok(Some(block))
    }

    /// The action that one answers by `confirms`, if it may: one of the same writer, computer and case.
    pub(super) fn confirmed(&self, received: &Received) -> Result<Option<OpId>, Error> {
        let header = &received.header;
        let Some(op) = header.confirms else { return Ok(None) };
        let Some(target) = self.tx.action(self.agency, op)? else { return Ok(None) };
        let is_own = target.link.is_some_and(|it| it.device == header.device)
            && target.staff.as_ref() == header.actor.staff()
            && target.case == header.case
            && op != header.op;
        Ok(is_own.then_some(op))
    }

    /// Notes, drafts and files are never held on a case that exists; taking back never is.
    fn passes(&self, action: Option<&Action>, case: CaseId) -> Result<bool, Error> {
        match action {
            Some(Action::Withdraw { .. }) => Ok(true),
            Some(action) if action.only_adds() => Ok(self.tx.case(self.agency, case)?.is_some()),
            Some(_) | None => Ok(false),
        }
    }

    /// Whether an action left events.
    fn happened(&self, op: OpId) -> Result<bool, Error> {
        let Some(verdict) = self.tx.verdict(self.agency, op)? else { return Ok(false) };
        let outcome = verdict.signed.read(None)?.outcome;
        Ok(matches!(outcome, Outcome::Accepted { seq_first: Some(_), .. }))
    }

    /// Whether no writer can have seen what became of an action: it waits, or was judged just now.
    fn is_unseen(&self, op: OpId) -> Result<bool, Error> {
        Ok(self.judged_now.contains(&op) || self.tx.verdict(self.agency, op)?.is_none())
    }

    /// Whether an action was accepted, or answered by one that was.
    fn is_settled(&self, op: OpId) -> Result<bool, Error> {
        let mut op = op;
        for _ in 0..ANSWERS_MAX {
            if self.is_accepted(op)? {
                return Ok(true);
            }
            let Some(by) = self.tx.answer(self.agency, op)? else { return Ok(false) };
            op = by;
        }
        Ok(false)
    }

    fn is_accepted(&self, op: OpId) -> Result<bool, Error> {
        let verdict = self.tx.verdict(self.agency, op)?;
        Ok(verdict.is_some_and(|it| it.outcome == StoredOutcome::Accepted))
    }

    fn missing_attachment(
        &self,
        received: &Received,
        action: &Action,
    ) -> Result<Option<HeldWhy>, Error> {
        let enclosed = action.files().iter().map(|it| &it.hash);
        for hash in received.header.attachments.iter().chain(enclosed) {
            let Some(known) = crate::attachments::read_hash(hash) else {
                return Ok(Some(HeldWhy::Attachment { hash: hash.clone() }));
            };
            let may_name = match received.header.actor.staff() {
                Some(staff) => self.may_name_file(staff, &known)?,
                None => false,
            };
            if !may_name {
                return Ok(Some(HeldWhy::Attachment { hash: known.to_string() }));
            }
        }
        Ok(None)
    }

    /// Lets an action that was not accepted hold later ones of its chain on its case. What waits for
    /// the action that this one answers waits for this one from now on.
    pub(super) fn block_after(&self, received: &Received) -> Result<(), Error> {
        let header = &received.header;
        let Some(case) = header.case else { return Ok(()) };
        if received
            .action()
            .is_some_and(|it| it.only_adds() || matches!(it, Action::Withdraw { .. }))
        {
            return Ok(());
        }
        let link = received.link();
        let block = self.tx.block(self.agency, &link, case)?;
        if let Some(answered) = self.confirmed(received)? {
            self.wait_instead(answered, header)?;
        } else if let Some(block) = block
            && block != header.op
            && self.is_unseen(block)?
        {
            return Ok(());
        }
        self.tx.put_block(self.agency, &link, case, header.op)
    }

    /// Lets what waits of the same computer for one action wait for another.
    fn wait_instead(&self, old: OpId, new: &Header) -> Result<(), Error> {
        for op in self.tx.held_by(self.agency, &Cause::Op(old))? {
            let row = self.tx.action(self.agency, op)?;
            let link = row.as_ref().and_then(|it| it.link);
            let Some(link) = link.filter(|it| it.device == new.device) else { continue };
            let case = row.and_then(|it| it.case);
            let why = HeldWhy::Predecessor { op: new.op };
            self.tx.put_held(self.agency, &crate::store::HeldRow { op, link, case, why })?;
        }
        Ok(())
    }

    /// The action that a `withdraw` gives up before it had any effect: one of the same chain that was
    /// not accepted, waits, or was judged as nothing. None when it takes back one that happened, which
    /// is the rule's.
    pub(super) fn gives_up(
        &self,
        received: &Received,
        action: &Action,
    ) -> Result<Option<OpId>, Error> {
        let Action::Withdraw { op } = action else { return Ok(None) };
        let Some(target) = self.tx.action(self.agency, *op)? else { return Ok(None) };
        let link = received.link();
        let same_chain =
            target.link.is_some_and(|it| it.device == link.device && it.store == link.store);
        if !same_chain || target.case != received.header.case || self.happened(*op)? {
            return Ok(None);
        }
        Ok(Some(*op))
    }
}

impl Placing {
    /// Gives up an action and all of the same computer that waits for it. What others made wait for it
    /// is judged now.
    pub(super) fn give_up(
        &mut self,
        bench: &mut Bench<'_>,
        answer: &Received,
        target: OpId,
    ) -> Result<(), Error> {
        if let Some(case) = answer.header.case {
            let link = answer.link();
            if bench.tx.block(bench.agency, &link, case)? == Some(target) {
                bench.tx.delete_block(bench.agency, &link, case)?;
            }
        }
        let mut given_up = vec![target];
        while let Some(op) = given_up.pop() {
            let waiting = bench.tx.held_by(bench.agency, &Cause::Op(op))?;
            if bench.tx.verdict(bench.agency, op)?.is_none() {
                let row = bench.tx.action(bench.agency, op)?;
                let row = row.ok_or(Error::Broken("held, but not stored"))?;
                let received = Received::of_row(row)?;
                if received.header.device != answer.header.device {
                    self.freed.push_back(Freed { op, answered: None, base: None });
                    continue;
                }
                given_up.extend(waiting);
                let state = Self::nothing(bench, &received)?;
                self.tell(&received, state);
            } else {
                given_up.extend(waiting);
            }
        }
        Ok(())
    }
}
