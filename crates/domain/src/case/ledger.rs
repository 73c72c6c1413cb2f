//! The ledger of hours: every stretch of a case's life belongs to one holder (R38).
//!
//! Segments touch, the first begins with the case and the last is open. A closed case is held by
//! nobody; that stretch counts only once the case was reopened.

use super::{Case, Holder, Segment, holder};
use crate::{Actor, Event, OpId, Recorded};
use chrono::{DateTime, TimeDelta, Utc};

/// A claimed time this much before the arrival is the way from an offline device.
pub const SYNC_AFTER: TimeDelta = TimeDelta::minutes(1);

/// Seconds of one holder, all segments together. A closed case ends at its closing, so the sum over
/// all holders is the lifetime to the second: instants are cut to whole seconds before subtracting.
#[must_use]
pub fn holding_totals(case: &Case, now: DateTime<Utc>) -> Vec<(Holder, i64)> {
    let mut totals: Vec<(Holder, i64)> = Vec::new();
    for segment in &case.ledger {
        if segment.until.is_none() && segment.holder == Holder::Nobody {
            continue;
        }
        let until = segment.until.unwrap_or_else(|| now.max(segment.since));
        let seconds = until.timestamp() - segment.since.timestamp();
        match totals.iter_mut().find(|(held_by, _)| *held_by == segment.holder) {
            Some((_, sum)) => *sum += seconds,
            None => totals.push((segment.holder.clone(), seconds)),
        }
    }
    totals
}

/// The first segment of a case.
pub(super) fn begin(case: &mut Case, since: DateTime<Utc>, op: OpId) {
    case.ledger = vec![Segment { holder: holder(case), since, until: None, op }];
}

/// An imported row that had ended: nobody holds it since.
pub(super) fn close(case: &mut Case, at: DateTime<Utc>, op: OpId) {
    pass_to(case, Holder::Nobody, at, op);
}

/// A case that was opened offline was on its way from its beginning to its arrival.
pub(super) fn arrive(case: &mut Case, recorded: &Recorded) {
    let opened_at_desk = matches!(recorded.event, Event::CaseOpened { .. });
    if opened_at_desk && recorded.at - case.opened_at > SYNC_AFTER {
        pass_to(case, Holder::Sync, case.opened_at, recorded.op);
        pass_to(case, holder(case), recorded.at, recorded.op);
    }
}

/// Writes what an event changed about the holder.
pub(super) fn turn(case: &mut Case, recorded: &Recorded) {
    let at = recorded.at.max(case.touched_at);
    if let Some(since) = sync_since(case, recorded, at) {
        pass_to(case, Holder::Sync, since, recorded.op);
    }
    pass_to(case, holder(case), at, recorded.op);
}

/// Since when the action was on its way. Hours that an earlier event already gave to somebody stay
/// theirs, so the claimed time counts from the last event on at the earliest; a device's wrong clock
/// can take no more than that.
fn sync_since(case: &Case, recorded: &Recorded, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let came_late = at - recorded.claimed_at > SYNC_AFTER;
    let from_desk = matches!(recorded.actor, Actor::Staff { .. });
    let runs = case.ledger.last().is_some_and(|it| it.holder != Holder::Nobody);
    let since = recorded.claimed_at.max(case.touched_at);
    (came_late && from_desk && runs && !only_adds(&recorded.event) && since < at).then_some(since)
}

/// Nobody waits for a note, a draft or a file.
fn only_adds(event: &Event) -> bool {
    matches!(event, Event::NoteAdded { .. } | Event::Attached { .. } | Event::ReplyDrafted { .. })
}

/// A stretch of no length leaves no trace: it gives way to the next holder.
fn pass_to(case: &mut Case, holder: Holder, at: DateTime<Utc>, op: OpId) {
    let Some(last) = case.ledger.last_mut() else { return };
    if last.holder == holder {
        return;
    }
    let at = at.max(last.since);
    last.until = Some(at);
    if last.since == at {
        case.ledger.pop();
    }
    match case.ledger.last_mut() {
        Some(before) if before.holder == holder => before.until = None,
        _ => case.ledger.push(Segment { holder, since: at, until: None, op }),
    }
}
