//! How far a power still reaches on one case and one day, and who stands above it.
//!
//! One definition for the grant, the approval and the powers card, on both sides (R23).

use super::grant_limits::reaches;
use super::{Case, RemedyState, guard};
use crate::book::{Book, Power, Right};
use crate::money::Money;
use crate::{RemedyAsk, RemedyId, SpentToday, StaffId};
use chrono::{DateTime, Utc};

/// What was granted of one remedy on this case, in minor units, in whose name ever: two handlers
/// together grant no more than one may. What failed doesn't count.
#[must_use]
pub fn granted_minor(case: &Case, remedy: &RemedyId) -> i64 {
    let standing = case
        .remedies
        .iter()
        .filter(|it| it.ask.remedy == *remedy && it.state != RemedyState::Failed);
    standing
        .filter_map(|it| it.ask.amount)
        .fold(0, |sum: i64, amount| sum.saturating_add(amount.minor()))
}

/// What a power still allows on this case for one remedy; none when it has no limit per case.
#[must_use]
pub fn left_on_case(power: &Power, case: &Case, remedy: &RemedyId) -> Option<Money> {
    power.limit_case.map(|limit| lowered(limit, granted_minor(case, remedy)))
}

/// What a power still allows today for one remedy; none when it has no limit per day.
#[must_use]
pub fn left_today(power: &Power, remedy: &RemedyId, spent: &SpentToday) -> Option<Money> {
    power.limit_day.map(|limit| lowered(limit, spent.get(remedy).copied().unwrap_or(0)))
}

/// Whether a power allows a remedy on this case: its amount is not above what is left of the limit
/// per case. Another currency never fits. Days are not looked at: an approval is for a case.
#[must_use]
pub fn fits_case(power: &Power, case: &Case, ask: &RemedyAsk) -> bool {
    match (left_on_case(power, case, &ask.remedy), ask.amount) {
        (Some(left), Some(amount)) => amount.exceeds(left) == Ok(false),
        (None, _) | (_, None) => true,
    }
}

/// Who may be asked for an approval on this case, nearest first: those above with the right to
/// approve; never the asker, never the accused and nobody above them (R63).
#[must_use]
pub fn approvers_above(
    case: &Case,
    asker: &StaffId,
    book: &Book,
    now: DateTime<Utc>,
) -> Vec<StaffId> {
    let mut chain = book.chain_above(asker, &case.unit, now);
    chain.retain(|staff| {
        !guard::is_conflicted(case, staff, book, now)
            && book.rights_of_staff(staff, now).contains(&Right::Approve)
    });
    chain
}

/// The nearest one above whose powers cover everything that is asked; with nothing asked ("none,
/// because") the nearest one above.
#[must_use]
pub fn approver_for(
    case: &Case,
    asker: &StaffId,
    asks: &[RemedyAsk],
    book: &Book,
    now: DateTime<Utc>,
) -> Option<StaffId> {
    let mut above = approvers_above(case, asker, book, now).into_iter();
    above.find(|staff| reaches(case, asks, staff, book, now))
}

/// A limit less what is used up, never below zero.
fn lowered(limit: Money, used_minor: i64) -> Money {
    let left = limit.minor().saturating_sub(used_minor).max(0);
    Money::new(left, limit.currency()).unwrap_or(Money::zero(limit.currency()))
}
