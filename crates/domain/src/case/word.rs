//! The person's word on a decision: solved or not, once, given by them or heard by staff.

use super::{Bearing, Case, Ending, Stage, guard};
use crate::book::Right;
use crate::{Actor, Context, DecisionId, Event, Refusal};

/// The person says it is solved. Their word was checked before, by the platform; a desk never
/// brings it (R13).
pub(super) fn confirm(
    case: &Case,
    decision: DecisionId,
    text: &str,
    by: Bearing,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    check_person(text, by, cx)?;
    may_still_say(case, decision)?;
    Ok(solved(decision, text, by))
}

/// The person says it is not solved: the case is open again. Silence had no say, so a case that
/// ended in it can still be disputed.
pub(super) fn dispute(
    case: &Case,
    decision: DecisionId,
    text: &str,
    by: Bearing,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    check_person(text, by, cx)?;
    may_still_say(case, decision)?;
    Ok(vec![Event::Disputed { decision, text: text.to_owned(), by }])
}

/// Staff heard "solved", with what was said. It closes only when the hearer neither owned, decided nor
/// approved; else it is written down and the person is still asked. It is never the person's own word:
/// they may still give theirs.
pub(super) fn heard_solved(
    case: &Case,
    decision: DecisionId,
    text: &str,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    let staff = guard::staff(cx, Right::Handle)?;
    guard::written("text", text, guard::TEXT_CHARS_MAX)?;
    unspoken(case, decision)?;
    if case.touched_by.contains(staff) || case.owner.as_ref() == Some(staff) {
        return Ok(vec![Event::SolvedHeard { decision, text: text.to_owned() }]);
    }
    Ok(solved(decision, text, Bearing::Heard))
}

/// Staff heard "not solved": a dispute at once, whoever heard it, and also after a closing, because
/// the matter came back.
pub(super) fn heard_not_solved(
    case: &Case,
    decision: DecisionId,
    text: &str,
    cx: &Context<'_>,
) -> Result<Vec<Event>, Refusal> {
    guard::staff(cx, Right::Handle)?;
    guard::fits("text", text, guard::TEXT_CHARS_MAX)?;
    if case.ending != Some(Ending::Confirmed) {
        unspoken(case, decision)?;
    }
    standing(case, decision)?;
    Ok(vec![Event::Disputed { decision, text: text.to_owned(), by: Bearing::Heard }])
}

fn check_person(text: &str, by: Bearing, cx: &Context<'_>) -> Result<(), Refusal> {
    if *cx.actor != Actor::Person || by == Bearing::Heard {
        return Err(Refusal::NotYours);
    }
    guard::fits("text", text, guard::TEXT_CHARS_MAX)
}

/// The decision is the one that stands.
fn standing(case: &Case, decision: DecisionId) -> Result<(), Refusal> {
    let stands = case.decision.as_ref().is_some_and(|it| it.id == decision);
    if stands { Ok(()) } else { Err(Refusal::WrongDecision) }
}

/// The decision stands and nobody has said anything about it yet.
fn unspoken(case: &Case, decision: DecisionId) -> Result<(), Refusal> {
    if case.disputed.contains(&decision) || case.ending == Some(Ending::Confirmed) {
        return Err(Refusal::AlreadySaidByPerson);
    }
    let silent_end = matches!(case.ending, Some(Ending::Unconfirmed { .. }));
    if case.stage != Stage::Answered && !silent_end {
        return Err(Refusal::WrongStage { stage: case.stage });
    }
    standing(case, decision)
}

/// The person has not answered the decision themself. What staff heard takes no word from them.
fn may_still_say(case: &Case, decision: DecisionId) -> Result<(), Refusal> {
    let heard = case.ending == Some(Ending::Confirmed) && case.confirmed_by == Some(Bearing::Heard);
    if heard { standing(case, decision) } else { unspoken(case, decision) }
}

fn solved(decision: DecisionId, text: &str, by: Bearing) -> Vec<Event> {
    vec![
        Event::Confirmed { decision, text: text.to_owned(), by },
        Event::Closed { ending: Ending::Confirmed },
    ]
}
