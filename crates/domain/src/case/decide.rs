//! The whole resolution in one act: remedies, decision and letter happen together or not at all.

use super::{Case, Stage, guard, remedy, reply, reply_gate, resolution};
use crate::{Context, Event, Refusal, Resolution};

pub(super) fn decide(
    case: &Case,
    resolution: &Resolution,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let staff = guard::owner(case, cx)?;
    guard::stage(case, &[Stage::New, Stage::Open])?;
    guard::no_approval_waits(case)?;
    reply::free_slot(case, &resolution.letter)?;
    let found = resolution::check_resolution(case, resolution, cx);
    reply_gate::judge(found, &resolution.letter)?;
    let mut events = remedy::grants(case, &resolution.remedies, staff, cx);
    events.extend(resolution::decided(case, resolution, staff, None, cx));
    Ok(events)
}
