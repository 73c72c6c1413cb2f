//! A resolution judged whole: remedies or "none, because", every point answered, the exact letter
//! (R24, R25, R45). What decides and what asks for approval look at it through the same checks.

use super::grant_limits::{self, Granter};
use super::reply_gate::{self, Draft, Finding};
use super::{Case, PointAnswer, PointOutcome, RemedyState, ReplyKind, guard, reply, substance};
use crate::book::ApprovalDemand;
use crate::gate::{FactKind, FactSeen};
use crate::{Context, DecisionId, Event, Refusal, Resolution, StaffId};

/// Everything that keeps the actor from deciding so, gate findings included, blocking ones first.
/// `decide` judges by the same function.
#[must_use]
pub fn check_resolution(case: &Case, resolution: &Resolution, cx: &Context<'_>) -> Vec<Finding> {
    let mut found = check_content(case, resolution, cx);
    found.extend(beyond_powers(case, resolution, cx).into_iter().map(Finding::blocks));
    found.sort_by_key(|it| it.weight);
    found
}

/// Whether asking for approval is the way on after this refusal.
#[must_use]
pub fn mended_by_approval(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::LimitExceeded { .. }
            | Refusal::DailyLimitExceeded { .. }
            | Refusal::NoPower { .. }
            | Refusal::ApprovalDemanded
    )
}

/// What is wrong with the resolution whoever makes it.
pub(super) fn check_content(
    case: &Case,
    resolution: &Resolution,
    cx: &Context<'_>,
) -> Vec<Finding> {
    let shape = [
        grant_limits::check_asks(&resolution.remedies, cx),
        remedy_or_reason(resolution),
        points_answered(case, &resolution.points),
        points_covered(case, resolution, cx),
        guard::fits("grounds", &resolution.grounds, guard::TEXT_CHARS_MAX),
        reply::check_files(&resolution.letter, cx),
    ];
    let mut found: Vec<Finding> =
        shape.into_iter().filter_map(Result::err).map(Finding::blocks).collect();
    found.extend(reply_gate::findings(case, letter(resolution), cx));
    found.sort_by_key(|it| it.weight);
    found
}

/// The letter of a resolution is a decision, whatever its kind says.
pub(super) fn letter(resolution: &Resolution) -> Draft<'_> {
    Draft {
        reply: &resolution.letter,
        kind: ReplyKind::Decision,
        remedies: &resolution.remedies,
        answers: &resolution.points,
    }
}

/// The facts that stand in the letter of a resolution, to be shown while one types.
#[must_use]
pub fn facts_of_letter(case: &Case, resolution: &Resolution, cx: &Context<'_>) -> Vec<FactSeen> {
    substance::reading(case, letter(resolution), cx).facts
}

fn beyond_powers(case: &Case, resolution: &Resolution, cx: &Context<'_>) -> Vec<Refusal> {
    let Some(staff) = cx.actor.staff() else { return Vec::new() };
    let granter = Granter { staff, spent_today: cx.spent_today };
    let demanded = approval_not_demanded(case, resolution.remedies.len(), cx).err();
    let shortfalls = grant_limits::shortfalls(case, &resolution.remedies, granter, cx.book, cx.now);
    demanded.into_iter().chain(shortfalls).collect()
}

/// The agency demands somebody above: per category, for "none, because", for trainees.
pub(super) fn approval_not_demanded(
    case: &Case,
    remedies: usize,
    cx: &Context<'_>,
) -> Result<(), Refusal> {
    let demanded = match cx.book.category(&case.category)?.approval {
        ApprovalDemand::Never => false,
        ApprovalDemand::NoneBecause => remedies == 0,
        ApprovalDemand::Always => true,
    };
    if demanded || cx.book.is_trainee(cx.actor) { Err(Refusal::ApprovalDemanded) } else { Ok(()) }
}

fn remedy_or_reason(resolution: &Resolution) -> Result<(), Refusal> {
    let because = resolution.none_because.as_deref().unwrap_or_default();
    if resolution.remedies.is_empty() && because.trim().is_empty() {
        return Err(Refusal::NoRemedyNoReason);
    }
    guard::fits("none_because", because, guard::TEXT_CHARS_MAX)
}

/// Every point has an answer; one that is not granted whole says why.
fn points_answered(case: &Case, answers: &[PointAnswer]) -> Result<(), Refusal> {
    let asked = u32::try_from(case.points.len()).unwrap_or(u32::MAX);
    if answers.iter().any(|it| it.point >= asked) {
        return Err(guard::out_of_range("points"));
    }
    for answer in answers {
        guard::fits("because", &answer.because, guard::TEXT_CHARS_MAX)?;
    }
    let unanswered = (0..asked).find(|point| !answers.iter().any(|it| answers_whole(it, *point)));
    unanswered.map_or(Ok(()), |point| Err(Refusal::PointUnanswered { point }))
}

/// A "yes" stands on a remedy, or on something that the letter says was done.
fn points_covered(case: &Case, resolution: &Resolution, cx: &Context<'_>) -> Result<(), Refusal> {
    let yes = |it: &&PointAnswer| it.outcome != PointOutcome::Refused;
    let Some(answer) = resolution.points.iter().find(yes) else { return Ok(()) };
    let is_granted = !resolution.remedies.is_empty()
        || case.remedies.iter().any(|it| it.state != RemedyState::Failed);
    let tells_a_deed = || {
        let facts = substance::reading(case, letter(resolution), cx).facts;
        facts.iter().any(|it| it.kind == FactKind::Deed)
    };
    if is_granted || tells_a_deed() {
        return Ok(());
    }
    Err(Refusal::PointUncovered { point: answer.point })
}

fn answers_whole(answer: &PointAnswer, point: u32) -> bool {
    let has_reason = !answer.because.trim().is_empty();
    answer.point == point && (answer.outcome == PointOutcome::Granted || has_reason)
}

/// The decision and its letter.
pub(super) fn decided(
    case: &Case,
    resolution: &Resolution,
    by: &StaffId,
    approved_by: Option<&StaffId>,
    cx: &Context<'_>,
) -> Vec<Event> {
    let decision: DecisionId = cx.op;
    let next = reply::next_contact(case, &resolution.letter, cx);
    vec![
        Event::Decided {
            decision,
            resolution: Box::new(resolution.clone()),
            by: by.clone(),
            approved_by: approved_by.cloned(),
        },
        reply::sent(&resolution.letter, ReplyKind::Decision),
        next,
    ]
}
