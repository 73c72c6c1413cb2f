//! A case out of its events.

use super::{Case, apply};
use crate::{Event, OpId, Recorded};
use std::collections::BTreeSet;

/// Adds up the events of one case, in order, without those of actions that were taken back.
///
/// [`apply`] can't undo, so whoever meets a `Withdrawn` folds the case anew.
#[must_use]
pub fn fold(events: &[Recorded]) -> Option<Case> {
    let withdrawn: BTreeSet<OpId> = events.iter().filter_map(withdrawn_by).collect();
    events.iter().filter(|it| !withdrawn.contains(&it.op)).fold(None, apply)
}

fn withdrawn_by(recorded: &Recorded) -> Option<OpId> {
    if let Event::Withdrawn { op } = recorded.event { Some(op) } else { None }
}
