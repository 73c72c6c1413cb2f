//! Checks that many actions share. Each is one question with one refusal.

use super::{Case, Stage};
use crate::book::{Book, Right};
use crate::money::Money;
use crate::{Actor, Context, Refusal, StaffId, UnitId, reading};
use chrono::{DateTime, Utc};

/// Longest single line, characters.
pub const LINE_CHARS_MAX: u32 = 300;
/// Longest text, characters: notes, own words, letters.
pub const TEXT_CHARS_MAX: u32 = 20_000;
/// Largest attachment, bytes (`sync.md`, Attachments).
pub const FILE_BYTES_MAX: u32 = 25 * 1024 * 1024;

/// The staff member who acts; for what only staff may do.
pub(super) fn staff<'a>(cx: &Context<'a>, right: Right) -> Result<&'a StaffId, Refusal> {
    let staff = cx.actor.staff().ok_or(Refusal::NoRight { right })?;
    holds(cx, right)?;
    Ok(staff)
}

/// The actor has the right now.
pub(super) fn holds(cx: &Context<'_>, right: Right) -> Result<(), Refusal> {
    let held = cx.book.rights_of(cx.actor, cx.now).contains(&right);
    if held { Ok(()) } else { Err(Refusal::NoRight { right }) }
}

/// The actor owns the case and may handle.
pub(super) fn owner<'a>(case: &Case, cx: &Context<'a>) -> Result<&'a StaffId, Refusal> {
    let staff = staff(cx, Right::Handle)?;
    if case.owner.as_ref() == Some(staff) {
        return Ok(staff);
    }
    Err(Refusal::NotOwner { owner: case.owner.clone() })
}

/// Only the platform's clockwork may do this.
pub(super) fn clockwork(cx: &Context<'_>) -> Result<(), Refusal> {
    if *cx.actor == Actor::Platform { Ok(()) } else { Err(Refusal::NotDue) }
}

/// The case stands in one of these stages.
pub(super) fn stage(case: &Case, fit: &[Stage]) -> Result<(), Refusal> {
    if fit.contains(&case.stage) { Ok(()) } else { Err(Refusal::WrongStage { stage: case.stage }) }
}

/// No approval waits: what is asked for above is not undercut meanwhile.
pub(super) fn no_approval_waits(case: &Case) -> Result<(), Refusal> {
    let waiting = case.approvals.iter().find(|it| it.waits());
    waiting.map_or(Ok(()), |it| Err(Refusal::ApprovalWaits { approval: it.id }))
}

/// The actor is not the official complained about, who may do nothing here (R63).
pub(super) fn not_accused(case: &Case, cx: &Context<'_>) -> Result<(), Refusal> {
    let accused = case.accused.is_some() && case.accused.as_ref() == cx.actor.staff();
    if accused { Err(Refusal::IsAccused) } else { Ok(()) }
}

/// Whether somebody is the official complained about, or manages their unit or one above it: they
/// neither hold nor approve nor review the case (R63).
pub(super) fn is_conflicted(case: &Case, staff: &StaffId, book: &Book, now: DateTime<Utc>) -> bool {
    let accused = case.accused.as_ref();
    accused.is_some_and(|accused| reading::is_conflicted(accused, staff, book, now))
}

/// Whether somebody holds a post with the right in the unit, or in one above it.
pub(super) fn works_for(staff: &StaffId, right: Right, unit: &UnitId, cx: &Context<'_>) -> bool {
    let line = cx.book.line_of(unit);
    let posts = cx.book.posts_of(staff, cx.now);
    posts
        .iter()
        .filter_map(|id| cx.book.posts.get(id))
        .any(|post| post.rights.contains(&right) && line.contains(&&post.unit))
}

/// A text that must be there and fit.
pub(super) fn written(field: &str, text: &str, chars_max: u32) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty { field: field.to_owned() });
    }
    fits(field, text, chars_max)
}

/// A text that may be empty but must fit.
pub(super) fn fits(field: &str, text: &str, chars_max: u32) -> Result<(), Refusal> {
    // Counting stops one past the limit, so that a pasted book costs no more than a letter.
    let too_long = text.chars().nth(chars_max as usize).is_some();
    if too_long { Err(Refusal::TooLong { field: field.to_owned(), chars_max }) } else { Ok(()) }
}

/// A code of the agency's files that is not there.
pub(super) fn unknown(what: &impl ToString) -> Refusal {
    Refusal::UnknownCode { what: what.to_string() }
}

/// A number or instant out of its range.
pub(super) fn out_of_range(field: &str) -> Refusal {
    Refusal::OutOfRange { field: field.to_owned() }
}

/// What it cost the person: in the agency's currency, never below nothing.
pub(super) fn cost(cost: Option<Money>, cx: &Context<'_>) -> Result<(), Refusal> {
    let Some(cost) = cost else { return Ok(()) };
    if cost.currency() != cx.book.currency {
        return Err(Refusal::WrongCurrency);
    }
    if cost.minor() < 0 { Err(out_of_range("cost")) } else { Ok(()) }
}

/// Anybody who works here in a post that they hold; for what only adds to a case.
pub(super) fn any_staff<'a>(cx: &Context<'a>) -> Result<&'a StaffId, Refusal> {
    let refusal = Refusal::NoRight { right: Right::Handle };
    let Actor::Staff { staff, post } = cx.actor else { return Err(refusal) };
    let holds = cx.book.posts_of(staff, cx.now).contains(post);
    if holds { Ok(staff) } else { Err(refusal) }
}
