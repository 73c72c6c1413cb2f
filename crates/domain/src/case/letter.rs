//! Messages that did not reach the person come back to the case, and may be sent again.

use super::{Case, Channel, LetterFault, guard};
use crate::book::Right;
use crate::{Actor, Context, Event, IdentifierKind, LetterId, Refusal};

/// The platform reports a message that came back; the same report again changes nothing.
pub(super) fn report(
    case: &Case,
    letter: LetterId,
    (channel, fault): (Channel, Option<LetterFault>),
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::clockwork(cx)?;
    let known = case.returned.iter().find(|it| it.letter == letter).map(|it| it.fault);
    if known == fault {
        return Ok(Vec::new());
    }
    Ok(vec![match fault {
        Some(fault) => Event::LetterReturned { letter, channel, fault },
        None => Event::LetterReached { letter },
    }])
}

/// Only a message that came back is sent again, by the owner or by who assigns the unit's work; an
/// administrator acts as the platform. There must be an address to send it to.
pub(super) fn resend(
    case: &Case,
    letter: LetterId,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    may_resend(case, cx)?;
    if !case.returned.iter().any(|it| it.letter == letter) {
        return Err(Refusal::UnknownCode { what: "letter".to_owned() });
    }
    let has = |kind| cx.person.is_some_and(|it| it.current(kind).is_some());
    if !has(IdentifierKind::Phone) && !has(IdentifierKind::Mail) {
        return Err(Refusal::Empty { field: "address".to_owned() });
    }
    Ok(vec![Event::LetterResent { letter }])
}

fn may_resend(case: &Case, cx: &Context<'_>) -> Result<(), Refusal> {
    if *cx.actor == Actor::Platform {
        return Ok(());
    }
    let Err(refusal) = guard::owner(case, cx) else { return Ok(()) };
    let assigns = cx
        .actor
        .staff()
        .is_some_and(|staff| guard::works_for(staff, Right::Assign, &case.unit, cx));
    if assigns { Ok(()) } else { Err(refusal) }
}
