//! What an accepted action writes: its events under the next numbers, the state they add up to, and
//! everything that follows from them in the same transaction.

mod effects;
mod letters;
mod persons;
mod scope;
mod stub;
mod wake;

pub use letters::reached_by;
pub(crate) use letters::{carries_word, way_to};
pub use persons::{PersonChange, PersonChanged};

use crate::Error;
use crate::judge::{Ask, Bench};
use domain::case::{Case, apply, fold};
use domain::{CaseId, Event, Recorded};
use protocol::Outcome;

impl Bench<'_> {
    /// Records the events of an accepted action.
    pub(crate) fn record(
        &mut self,
        ask: &Ask<'_>,
        before: Option<Case>,
        events: Vec<Event>,
    ) -> Result<Outcome, Error> {
        if events.is_empty() {
            return Ok(Outcome::Accepted { seq_first: None, seq_last: None });
        }
        let first = self.head.seq + 1;
        let mut recorded = Vec::with_capacity(events.len());
        for (event, n) in events.into_iter().zip(0..) {
            recorded.push(self.number(ask, event, n)?);
        }
        self.head.change += 1;
        match ask.case {
            Some(case) => self.change_case(case, before, &recorded, first)?,
            None => self.change_book(&recorded)?,
        }
        Ok(Outcome::Accepted { seq_first: Some(first), seq_last: Some(self.head.seq) })
    }

    /// Gives an event the agency's next number. Only a commit makes it real, so there are no gaps.
    fn number(&mut self, ask: &Ask<'_>, event: Event, n: u16) -> Result<Recorded, Error> {
        self.head.seq += 1;
        let recorded = Recorded {
            seq: Some(self.head.seq),
            case: ask.case,
            op: ask.op,
            n,
            actor: ask.actor.clone(),
            at: self.now,
            claimed_at: ask.claimed_at,
            event,
        };
        self.tx.insert_event(self.agency, self.head.seq, &recorded)?;
        Ok(recorded)
    }

    fn change_case(
        &mut self,
        case: CaseId,
        before: Option<Case>,
        recorded: &[Recorded],
        first: u64,
    ) -> Result<(), Error> {
        let after = self.add_up(case, before, recorded)?;
        for it in recorded {
            self.follow(case, after.as_ref(), it)?;
        }
        match &after {
            Some(after) => self.tx.put_case(self.agency, after, &self.columns(after))?,
            None => self.tx.delete_case(self.agency, case)?,
        }
        self.change_scope(case, after.as_ref(), Some(first))?;
        self.change_stub(case, after.as_ref())
    }

    /// The state after the events; counted anew from the first when something was taken back.
    fn add_up(
        &self,
        case: CaseId,
        before: Option<Case>,
        recorded: &[Recorded],
    ) -> Result<Option<Case>, Error> {
        if recorded.iter().any(|it| matches!(it.event, Event::Withdrawn { .. })) {
            let all = self.tx.case_events(self.agency, case, 0, self.head.seq)?;
            return Ok(fold(&all));
        }
        Ok(recorded.iter().fold(before, apply))
    }
}
