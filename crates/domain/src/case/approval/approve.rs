//! Makes a resolution happen in both names, with the approver's own powers of this moment.

use super::super::grant_limits::{self, Granter};
use super::super::{Case, Stage, guard, remedy, resolution};
use super::{answerer, waiting};
use crate::{ApprovalId, Context, Event, NextDate, Refusal, Resolution, Slot};

pub(in super::super) fn approve(
    case: &Case,
    approval: ApprovalId,
    revision: u32,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let it = waiting(case, approval)?;
    let staff = answerer(case, it, revision, cx)?;
    guard::stage(case, &[Stage::New, Stage::Open])?;
    still_ahead(&it.resolution, cx)?;
    let resolution = brought_up(case, &it.resolution, cx);
    let granter = Granter { staff, spent_today: cx.spent_today };
    let asks = &resolution.remedies;
    let short = grant_limits::shortfalls(case, asks, granter, cx.book, cx.now);
    if let Some(refusal) = short.into_iter().next() {
        return Err(refusal);
    }
    let mut events = vec![Event::Approved { approval, revision, by: staff.clone() }];
    events.extend(remedy::grants(case, asks, staff, cx));
    events.extend(resolution::decided(case, &resolution, &it.proposer, Some(staff), cx));
    Ok(events)
}

/// A letter that promises news on a day that went by can't go out: it is returned.
fn still_ahead(resolution: &Resolution, cx: &Context<'_>) -> Result<(), Refusal> {
    match resolution.letter.next {
        NextDate::At { at } if at <= cx.now => Err(Refusal::NextDateUnfit { latest: cx.now }),
        NextDate::At { .. } | NextDate::None { .. } | NextDate::Ending => Ok(()),
    }
}

/// The conversation and the calendar went on while the request waited: the letter takes the place
/// that it has now, and a day asked for that went by becomes the catalogue's. It can't go twice,
/// because an approval is granted once.
fn brought_up(case: &Case, resolution: &Resolution, cx: &Context<'_>) -> Resolution {
    let mut resolution = resolution.clone();
    let ordinal = u32::try_from(case.outbound.len()).unwrap_or(u32::MAX);
    resolution.letter.slot = Slot { last_inbound: case.last_inbound, ordinal };
    for ask in &mut resolution.remedies {
        ask.due = ask.due.filter(|due| *due > cx.now);
    }
    resolution
}
