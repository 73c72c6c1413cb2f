//! When a case must be looked at again though nobody acts: by clockwork, or because who may see it
//! changes by time alone.

use crate::judge::Bench;
use crate::store::CaseColumns;
use chrono::{DateTime, TimeDelta, Utc};
use domain::case::{Case, Stage, next_due};
use domain::reading::{ASKED_DAYS, STUB_DAYS};

impl Bench<'_> {
    /// The columns that are derived from a state.
    pub(super) fn columns(&self, case: &Case) -> CaseColumns {
        CaseColumns {
            wake_at: next_due(case, &self.book),
            scope_until: scope_until(case, self.now),
            follows_book: case.accused.is_some()
                || case.decision.as_ref().is_some_and(|it| it.disputed),
        }
    }
}

/// The first instant at which somebody loses sight of the case by time alone.
fn scope_until(case: &Case, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let asked = case
        .approvals
        .iter()
        .filter_map(|it| it.settled_at)
        .map(|at| at + TimeDelta::days(ASKED_DAYS));
    let closed = (case.stage == Stage::Closed).then_some(case.closed_at).flatten();
    let stub = closed.map(|at| at + TimeDelta::days(STUB_DAYS));
    // One second later both rules of reading say no.
    asked.chain(stub).map(|at| at + TimeDelta::seconds(1)).filter(|at| *at > now).min()
}
