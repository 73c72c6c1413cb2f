//! What happens when nobody acts: silent approvals pass to the deputy, questions lapse, persons are
//! reminded, silence ends, promises fall due.
//!
//! The rules say what is due (`domain::case::due`); here each is judged like any other action, under
//! an id that is made of the case, the clock and the instant it was due. So two processes that look
//! at the same case, or one that looks twice, do it once.

mod name;
mod run;

pub use run::keep_time;

use crate::act::{Act, Acted};
use crate::{App, Error};
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::{due, next_due};
use domain::{Actor, AgencyId, CaseId};
use protocol::Outcome;

/// Cases looked at in one look, per agency; the rest has its turn with the next.
const LOOK_MAX: u32 = 500;
/// One event may make the next one due; more rounds than this are a fault, not a case.
const ROUNDS_MAX: usize = 8;
/// When a case that waits for a human step, such as a call, is looked at again.
const LOOK_AGAIN: TimeDelta = TimeDelta::hours(1);

impl App {
    /// One look at everything that is due now, by the platform's clock. Answers how many actions it
    /// took; looking twice at the same instant takes none the second time.
    pub fn tick(&self) -> Result<usize, Error> {
        self.may_serve()?;
        let mut taken = 0;
        for agency in self.agencies()? {
            for case in self.cases_to_wake(&agency, LOOK_MAX)? {
                taken += self.wake(&agency, case)?;
            }
            self.rescope(&agency)?;
        }
        if self.is_purge_due() {
            for agency in self.agencies()? {
                self.purge_uploads(&agency)?;
            }
        }
        Ok(taken)
    }

    /// Does what is due on one case, round by round.
    fn wake(&self, agency: &AgencyId, case: CaseId) -> Result<usize, Error> {
        let mut taken = 0;
        for _ in 0..ROUNDS_MAX {
            match self.round(agency, case)? {
                0 => break,
                some => taken += some,
            }
        }
        self.sleep_on(agency, case)?;
        Ok(taken)
    }

    /// What is due now, each judged on its own.
    fn round(&self, agency: &AgencyId, case: CaseId) -> Result<usize, Error> {
        let Some(state) = self.case(agency, case)? else { return Ok(0) };
        let person = state.person.map(|it| self.person(agency, it)).transpose()?.flatten();
        let (book, now) = (self.book(agency)?, self.now());
        let mut taken = 0;
        for action in due(&state, person.as_ref(), &book, now) {
            let op = name::of(self, agency, &state, &action, &book)?;
            let actor = &Actor::Platform;
            let act = Act { op, actor, case: Some(case), action: &action, claimed_at: None };
            let acted = self.act(agency, act)?;
            let is_taken = matches!(acted, Acted::Judged(Outcome::Accepted { .. }));
            if !is_taken {
                tracing::warn!(%op, kind = action.kind(), "what was due was not taken");
            }
            taken += usize::from(is_taken);
        }
        Ok(taken)
    }

    /// A case that is still due waits for somebody, and must not stand in front of the others.
    fn sleep_on(&self, agency: &AgencyId, case: CaseId) -> Result<(), Error> {
        let now = self.now();
        let Some(state) = self.case(agency, case)? else { return Ok(()) };
        let next = next_due(&state, &*self.book(agency)?);
        let again = next.map(|at| later(at, now));
        self.store.write(|tx| tx.set_wake(agency, case, again))
    }
}

fn later(due: DateTime<Utc>, now: DateTime<Utc>) -> DateTime<Utc> {
    if due > now { due } else { now + LOOK_AGAIN }
}
