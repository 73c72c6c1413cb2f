//! The person reached us once more, or we them. Needs no identity field (R01).

use super::{Case, ContactDirection, ContactOutcome, Stage, clocks, guard};
use crate::book::Right;
use crate::{Actor, Context, Event, RecordContact, Refusal};

/// So many contacts without progress are for the manager's eyes (R03).
pub const FLAG_CONTACTS: u32 = 3;

pub(super) fn decide(
    case: &Case,
    contact: &RecordContact,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    if matches!(cx.actor, Actor::Staff { .. } | Actor::Overseer { .. }) {
        guard::holds(cx, Right::Handle)?;
    }
    guard::fits("own_words", &contact.own_words, guard::TEXT_CHARS_MAX)?;
    guard::cost(contact.cost, cx)?;
    let mut events = vec![Event::ContactRecorded {
        channel: contact.channel,
        direction: contact.direction,
        outcome: contact.outcome,
        own_words: contact.own_words.clone(),
        cost: contact.cost,
    }];
    // On a closed case a contact is only written down: reopening is the person's own word.
    if case.stage != Stage::Closed && contact.direction == ContactDirection::Inbound {
        events.extend(flag(case));
        events.extend(owed_answer(case, contact, cx)?);
    }
    Ok(events)
}

fn flag(case: &Case) -> Option<Event> {
    let due = case.contacts_without_progress.saturating_add(1) >= FLAG_CONTACTS;
    (due && !case.flagged).then_some(Event::Flagged)
}

/// A message on an answered case goes to its owner, who owes the person news again.
fn owed_answer(
    case: &Case,
    contact: &RecordContact,
    cx: &Context<'_>,
) -> Result<Option<Event>, Refusal> {
    if case.stage != Stage::Answered || contact.outcome == ContactOutcome::NoAnswer {
        return Ok(None);
    }
    let lengths = &cx.book.category(&case.category)?.clocks;
    let at = clocks::next_contact(lengths, cx.book.calendar_of(&case.unit), cx.now);
    Ok(Some(Event::NextContactSet { at: Some(at), because: None }))
}
