//! Which keys a device may have.

use crate::judge::Bench;
use crate::session::Session;
use chrono::{DateTime, SubsecRound, Utc};
use domain::reading::{may_subscribe, scope_keys_of_staff};
use std::collections::BTreeSet;

/// The keys of one question.
pub(super) struct Keys {
    /// All that the user may subscribe to now.
    pub(super) allowed: Vec<String>,
    /// Those asked for that are allowed.
    pub(super) wanted: BTreeSet<String>,
    /// The instant of which they are, in whole milliseconds, as a cursor keeps it.
    pub(super) at: DateTime<Utc>,
}

impl Keys {
    /// Of all that is asked for, or of all that there is, what the user may have now.
    pub(super) fn of(bench: &Bench<'_>, session: &Session, asked: Option<&[String]>) -> Self {
        let at = bench.now.trunc_subsecs(3);
        let allowed = scope_keys_of_staff(&session.staff, &bench.book, at);
        let Some(asked) = asked else {
            return Self { wanted: allowed.clone(), allowed: allowed.into_iter().collect(), at };
        };
        let may = |key: &&String| {
            allowed.contains(*key) || may_subscribe(key, &session.staff, &bench.book, at)
        };
        let wanted = asked.iter().filter(may).cloned().collect();
        Self { allowed: allowed.into_iter().collect(), wanted, at }
    }
}
