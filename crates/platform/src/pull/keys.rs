//! Which keys a device may have.

use crate::judge::Bench;
use crate::session::Session;
use domain::reading::{may_subscribe, scope_keys_of_staff};
use std::collections::BTreeSet;

/// The keys of one question.
pub(super) struct Keys {
    /// All that the user may subscribe to now.
    pub(super) allowed: Vec<String>,
    /// Those asked for that are allowed.
    pub(super) wanted: BTreeSet<String>,
}

impl Keys {
    /// Of all that is asked for, or of all that there is, what the user may have now.
    pub(super) fn of(bench: &Bench<'_>, session: &Session, asked: Option<&[String]>) -> Self {
        let allowed = scope_keys_of_staff(&session.staff, &bench.book, bench.now);
        let Some(asked) = asked else {
            return Self { wanted: allowed.clone(), allowed: allowed.into_iter().collect() };
        };
        let may = |key: &&String| {
            allowed.contains(*key) || may_subscribe(key, &session.staff, &bench.book, bench.now)
        };
        let wanted = asked.iter().filter(may).cloned().collect();
        Self { allowed: allowed.into_iter().collect(), wanted }
    }
}
