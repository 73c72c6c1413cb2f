//! Who may see which case (`rules.md`, Reading). One function for both sides and both databases.
//!
//! The whole of a case is for its owner, those asked (until 30 days after their answer), whoever may
//! review its open dispute, the managers of its unit and of those above, the overseer, and, unless it
//! is confidential, the handlers of its unit. The accused sees nothing of it, whatever their post, and
//! who stands above the accused sees no more than a stub (R63): a complaint tells who complained by
//! much more than the name, so that leaving out the name alone would hide nobody. Every other handler
//! of the agency sees a stub of a case that is not confidential. Somebody without a post sees nothing.

mod keys;

pub use keys::{CLOSED_MONTHS, may_subscribe, scope_keys_of_case, scope_keys_of_staff};

use crate::book::{Book, Post, Right};
use crate::case::{Asked, Case, Stage};
use crate::{PostId, StaffId, UnitId};
use chrono::{DateTime, TimeDelta, Utc};

/// Who was asked may read until so many days after the answer.
pub const ASKED_DAYS: i64 = 30;
/// Stubs of cases closed longer ago are on no device; a look-up still asks the platform.
pub const STUB_DAYS: i64 = 365;

/// Who wants to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Somebody of the agency, in all their posts.
    Staff {
        /// Who.
        staff: StaffId,
    },
    /// Somebody of the supervising body: reads everything.
    Overseer,
}

/// How much of a case somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// Not even that it exists.
    Nothing,
    /// Reference, category, stage, owner's post, next date and repeat counter; no text, no name.
    Stub,
    /// All of it.
    Whole,
}

/// What the rule of reading looks at; nothing else of a case decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFacts {
    /// Whose work it is.
    pub unit: UnitId,
    /// Who owns it.
    pub owner: Option<StaffId>,
    /// Only for those who must know.
    pub confidential: bool,
    /// Never sees it.
    pub accused: Option<StaffId>,
    /// When it closed; none while it is not closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Who was asked, and since when it is answered; none while it waits.
    pub asked: Vec<(StaffId, Option<DateTime<Utc>>)>,
    /// While a dispute waits for a reviewer: everybody who owned, decided or approved.
    pub disputed_of: Option<Vec<StaffId>>,
}

impl CaseFacts {
    /// The facts of a case.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        let is_closed = case.stage == Stage::Closed;
        let is_disputed = case.decision.as_ref().is_some_and(|decision| decision.disputed);
        Self {
            unit: case.unit.clone(),
            owner: case.owner.clone(),
            confidential: case.confidential,
            accused: case.accused.clone(),
            closed_at: is_closed.then(|| case.closed_at.unwrap_or(case.touched_at)),
            asked: asked_on(case),
            disputed_of: is_disputed.then(|| case.touched_by.clone()),
        }
    }

    /// Whether somebody is asked, or was and may still read.
    pub(crate) fn is_asked(&self, staff: &StaffId, book: &Book, now: DateTime<Utc>) -> bool {
        let mut asks = self.asked.iter().filter(|(asked, _)| asked == staff);
        asks.any(|(_, answered_at)| is_within(*answered_at, ASKED_DAYS, now))
            || self.may_review(staff, book, now)
    }

    /// A dispute asks every independent reviewer: with the right, of another unit than all who
    /// touched the case.
    fn may_review(&self, staff: &StaffId, book: &Book, now: DateTime<Utc>) -> bool {
        let Some(touched_by) = &self.disputed_of else { return false };
        let unit = book.unit_of(staff, now);
        book.rights_of_staff(staff, now).contains(&Right::Review)
            && !touched_by.iter().any(|by| by == staff || book.unit_of(by, now) == unit)
    }
}

/// How much of a case a reader may see now.
#[must_use]
pub fn may_see(reader: &Reader, case: &CaseFacts, book: &Book, now: DateTime<Utc>) -> Sight {
    let staff = match reader {
        Reader::Overseer => return Sight::Whole,
        Reader::Staff { staff } => staff,
    };
    let posts = book.posts_of(staff, now);
    if case.accused.as_ref() == Some(staff) || posts.is_empty() {
        return Sight::Nothing;
    }
    let is_conflicted =
        case.accused.as_ref().is_some_and(|accused| is_conflicted(accused, staff, book, now));
    let must_know = case.owner.as_ref() == Some(staff)
        || case.is_asked(staff, book, now)
        || posts.iter().any(|post| manages(post, &case.unit, book));
    let handles_here = held(&posts, book).any(|post| handles(post) && post.unit == case.unit);
    if !is_conflicted && (must_know || (handles_here && !case.confidential)) {
        Sight::Whole
    } else if sees_stubs(&posts, book) && !case.confidential {
        Sight::Stub
    } else {
        Sight::Nothing
    }
}

/// Whether somebody is the official complained about, or manages their unit or one above it, in a post
/// of their own or a lent one. They neither hold nor approve nor review the case, nor read who complained
/// (R63).
#[must_use]
pub fn is_conflicted(accused: &StaffId, staff: &StaffId, book: &Book, now: DateTime<Utc>) -> bool {
    if accused == staff {
        return true;
    }
    let Some(unit) = book.unit_of(accused, now) else { return false };
    let theirs = book.posts_of(accused, now);
    let posts = book.posts_of(staff, now);
    // Who manages one of these units has only those above it; see `Book::chain_above`.
    let mut line: Vec<&PostId> = Vec::new();
    for above in book.line_of(unit) {
        let Some(manager) = book.units.get(above).map(|it| &it.manager) else { continue };
        if theirs.contains(manager) {
            line.clear();
        } else {
            line.push(manager);
        }
    }
    line.into_iter().any(|manager| posts.contains(manager))
}

/// Whether the case is among the stubs that every handler's device holds (`stubs:agency`).
///
/// A case with an accused is not, because the accused may be a handler: its stub is shown on a look-up
/// at the platform only.
#[must_use]
pub fn has_stub(case: &CaseFacts, now: DateTime<Utc>) -> bool {
    !case.confidential && case.accused.is_none() && is_within(case.closed_at, STUB_DAYS, now)
}

/// Whether something has not happened, or no more than so many days ago.
fn is_within(at: Option<DateTime<Utc>>, days: i64, now: DateTime<Utc>) -> bool {
    at.is_none_or(|at| now.signed_duration_since(at) <= TimeDelta::days(days))
}

fn asked_on(case: &Case) -> Vec<(StaffId, Option<DateTime<Utc>>)> {
    let waiting = case.asks.iter().filter_map(|ask| match &ask.of {
        Asked::Person => None,
        Asked::Approver { staff } => Some((staff.clone(), None)),
    });
    let approvers = case
        .approvals
        .iter()
        .flat_map(|it| it.approvers.iter().map(|staff| (staff.clone(), it.settled_at)));
    waiting.chain(approvers).collect()
}

/// Whether a post reads every case of a unit, confidential ones too: it manages the unit or one
/// above, or has the right to read there.
fn manages(post: &PostId, unit: &UnitId, book: &Book) -> bool {
    let Some(held) = book.posts.get(post) else { return false };
    book.line_of(unit).into_iter().any(|above| {
        let is_manager = book.units.get(above).is_some_and(|unit| unit.manager == *post);
        is_manager || (held.unit == *above && held.rights.contains(&Right::ReadUnit))
    })
}

fn held<'a>(posts: &'a [PostId], book: &'a Book) -> impl Iterator<Item = &'a Post> {
    posts.iter().filter_map(|id| book.posts.get(id))
}

fn handles(post: &Post) -> bool {
    post.rights.contains(&Right::Handle)
}

/// Handlers look people up; so do those who read units.
fn sees_stubs(posts: &[PostId], book: &Book) -> bool {
    held(posts, book).any(|post| handles(post) || post.rights.contains(&Right::ReadUnit))
}

#[cfg(test)]
mod tests;
