//! What follows from an action besides what it says: clocks that pause or go on, and a next date.

use super::{Case, Stage, apply, clocks};
use crate::{Context, Event, Recorded, Refusal};

/// Completes the events of an action. Every case that is open again ends with a next contact (R30);
/// one that is overdue stays so, because only news to the person moves it.
pub(super) fn settle(
    case: &Case,
    mut events: Vec<Event>,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if events.is_empty() {
        return Ok(events);
    }
    let category = cx.book.category(&case.category)?;
    let calendar = cx.book.calendar_of(&case.unit);
    let after = foreseen(case, &events, cx);
    let turned = clocks::turned(case, &after, calendar, cx.now);
    events.extend(turned.map(|clocks| Event::ClocksSet { clocks }));
    if lacks_next_contact(case, &after) {
        let at = clocks::next_contact(&category.clocks, calendar, cx.now);
        events.push(Event::NextContactSet { at: Some(at), because: None });
    }
    Ok(events)
}

/// The case as it will be once the events are recorded.
pub(super) fn foreseen(case: &Case, events: &[Event], cx: &Context<'_>) -> Case {
    let recorded = |(event, n): (&Event, u16)| Recorded {
        seq: None,
        case: Some(case.id),
        op: cx.op,
        n,
        actor: cx.actor.clone(),
        at: cx.now,
        claimed_at: cx.now,
        event: event.clone(),
    };
    let mut after = Some(case.clone());
    for it in events.iter().zip(0..).map(recorded) {
        after = apply(after, &it);
    }
    after.unwrap_or_else(|| case.clone())
}

fn lacks_next_contact(before: &Case, after: &Case) -> bool {
    let is_open = |stage| matches!(stage, Stage::New | Stage::Open);
    let reopened = is_open(after.stage) && !is_open(before.stage);
    let silent = after.next_contact.is_none() && after.no_date.is_none();
    reopened || (silent && after.stage != Stage::Closed)
}
