//! Posts lent for a time (`rules.md`, Actions: `delegate`, `end_delegation`).
//!
//! The aggregate is the agency's book: a delegation changes who may do what, so its effect is the next
//! version of the book.

use crate::book::{Book, Delegation, Right};
use crate::{Action, Actor, Context, Delegate, Event, OpId, Refusal, StaffId, bounds};
use chrono::TimeDelta;

/// Nobody lends a post for longer, days.
pub const DELEGATION_DAYS_MAX: i64 = 366;

/// Judges an action on delegations. Any other action is none of this rule's: it is refused as unknown.
pub fn decide(book: &Book, action: &Action, cx: &Context) -> Result<Vec<Event>, Refusal> {
    bounds::check(action, cx.now)?;
    let staff = cx.actor.staff().ok_or(Refusal::NoRight { right: Right::Approve })?;
    if let Action::Delegate(delegate) = action {
        lend(book, delegate, staff, cx)
    } else if let Action::EndDelegation { delegation } = action {
        end(book, *delegation, staff, cx)
    } else {
        Err(Refusal::UnknownCode { what: action.kind().to_owned() })
    }
}

/// The book after an event: the next version when it is about a delegation, else as it was.
#[must_use]
pub fn apply(mut book: Book, event: &Event) -> Book {
    if let Event::Delegated { delegation, delegate, by } = event {
        let Delegate { post, to, since, until } = delegate.clone();
        let lent = Delegation { id: *delegation, post, from: by.clone(), to, since, until };
        // Heard twice is lent once.
        book.delegations.retain(|it| it.id != *delegation);
        book.delegations.push(lent);
        book.version += 1;
    } else if let Event::DelegationEnded { delegation } = event {
        book.delegations.retain(|it| it.id != *delegation);
        book.version += 1;
    }
    book
}

/// Lends an own post with the right to approve to somebody else who works here, until an instant that
/// lies ahead.
fn lend(
    book: &Book,
    delegate: &Delegate,
    lender: &StaffId,
    cx: &Context,
) -> Result<Vec<Event>, Refusal> {
    let has_right = book.posts.get(&delegate.post).is_some_and(may_be_lent);
    // Only what is one's own: a post that was lent is not lent on, so a chain never outlives its start.
    let is_own = book.own_posts(lender, cx.now).any(|post| *post == delegate.post);
    if !(has_right && is_own && acts_truly(book, cx)) {
        return Err(Refusal::NoRight { right: Right::Approve });
    }
    if book.own_posts(&delegate.to, cx.now).next().is_none() {
        return Err(Refusal::UnknownCode { what: delegate.to.to_string() });
    }
    if delegate.to == *lender {
        return Err(Refusal::OutOfRange { field: "to".to_owned() });
    }
    let length = delegate.until.signed_duration_since(delegate.since);
    let fits = TimeDelta::zero() < length && length <= TimeDelta::days(DELEGATION_DAYS_MAX);
    if !fits || delegate.until <= cx.now {
        return Err(Refusal::OutOfRange { field: "until".to_owned() });
    }
    let (delegation, by) = (cx.op, lender.clone());
    Ok(vec![Event::Delegated { delegation, delegate: delegate.clone(), by }])
}

/// Ends a delegation: by who lent it, who received it, or who stands above the lender.
fn end(book: &Book, id: OpId, staff: &StaffId, cx: &Context) -> Result<Vec<Event>, Refusal> {
    let lent = book.delegations.iter().find(|it| it.id == id).ok_or(Refusal::NotYours)?;
    let unit = book.posts.get(&lent.post).map(|post| &post.unit);
    let is_above =
        || unit.is_some_and(|unit| book.chain_above(&lent.from, unit, cx.now).contains(staff));
    if !acts_truly(book, cx) || !(lent.from == *staff || lent.to == *staff || is_above()) {
        return Err(Refusal::NotYours);
    }
    Ok(vec![Event::DelegationEnded { delegation: id }])
}

fn may_be_lent(post: &crate::book::Post) -> bool {
    post.rights.contains(&Right::Approve)
}

/// Whether the actor holds the post in which they say they act.
fn acts_truly(book: &Book, cx: &Context) -> bool {
    match cx.actor {
        Actor::Staff { staff, post } => book.posts_of(staff, cx.now).contains(post),
        Actor::Person | Actor::Overseer { .. } | Actor::Platform => false,
    }
}

#[cfg(test)]
mod tests;
